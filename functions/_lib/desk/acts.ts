// The acts of the desk on a need, by the value of their button: the same SQL as behind letters' links, as whoever is signed in.
import { messageSchema } from '#domain/forms/message.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { asWritten } from '../acts/act.ts';
import type { Enums } from '../db.ts';
import { LINKS_FOR, mintLinks } from '../links.ts';
import type { DeskPost } from './at-desk.tsx';

/** changed: somebody was quicker, nothing was done; gone: there is no such need. */
export type DeskActResult =
  | { status: 'done'; did: string }
  | { status: 'wrong'; errors: Readonly<Record<string, StringKey>>; values: Readonly<Record<string, string>> }
  | { status: 'changed'; seen: number; values: Readonly<Record<string, string>> }
  | { status: 'gone' };
type DeskAct = (call: DeskPost, reference: string) => Promise<DeskActResult>;

/** The last line of the log that the page showed; a form without it has seen nothing. */
const seenBy = ({ fields }: DeskPost): number => {
  const seen = Number(fields.seen);
  return Number.isSafeInteger(seen) && seen > 0 ? seen : 0;
};

/** What every act needs: which need, what its person had seen, and links for a coordinator who has none for it yet. */
const place = (call: DeskPost, p_reference: string) => ({
  p_reference,
  p_seen: seenBy(call),
  p_links: mintLinks(LINKS_FOR.coordinator),
});

/** Answers for the standing once, so that each act has only its own outcomes to answer for. */
function answered<Outcome extends string>(
  call: DeskPost,
  rows: { standing: Enums['desk_standing']; outcome: Outcome }[],
  deeds: Record<Exclude<Outcome, 'no_link'>, string>,
): DeskActResult {
  const [row] = rows;
  if (!row) throw new Error('an act of the desk returned no row');
  const standings = {
    // An actor of the desk is never without a link: the door was opened by the session.
    current: () => ({ status: 'done', did: deeds[row.outcome as Exclude<Outcome, 'no_link'>] }) as const,
    changed: () => ({ status: 'changed', seen: seenBy(call), values: asWritten(call.fields) }) as const,
    no_need: () => ({ status: 'gone' }) as const,
  } as const satisfies Record<Enums['desk_standing'], () => DeskActResult>;
  return standings[row.standing]();
}

const take: DeskAct = async (call, reference) =>
  answered(call, await call.db.rpc('desk_take_need', place(call, reference)), {
    taken: 'taken',
    already_yours: 'already_yours',
    taken_by_other: 'taken_by_other',
    closed: 'closed',
  });

const release: DeskAct = async (call, reference) =>
  answered(call, await call.db.rpc('desk_release_need', place(call, reference)), {
    released: 'released',
    not_yours: 'not_yours',
    too_late: 'too_late',
    closed: 'closed',
  });

const answer: DeskAct = async (call, reference) => {
  const form = messageSchema('answer').safeParse(call.fields);
  if (!form.success) {
    const key = `form.message.${form.error.issues[0]?.message}` as StringKey;
    return { status: 'wrong', errors: { answer: key }, values: asWritten(call.fields) };
  }
  const args = { ...place(call, reference), p_body: form.data.answer as string };
  return answered(call, await call.db.rpc('desk_answer_need', args), {
    said: 'said',
    already_said: 'already_said',
    taken_by_other: 'taken_by_other',
    closed: 'closed',
  });
};

export const deskActs = { take, release, answer } as const satisfies Record<string, DeskAct>;
