// What an act of the desk on a need is: the same SQL as behind a letter's link, done by whoever is signed in.
import type { ZodError } from 'zod';
import type { StringKey } from '#domain/i18n/strings.ts';
import { asWritten } from '../../acts/act.ts';
import type { Enums } from '../../db.ts';
import { LINKS_FOR, mintLinks } from '../../links.ts';
import type { DeskPost } from '../door.ts';

/** changed: somebody was quicker, nothing was done; gone: there is no such need. */
export type DeskActResult =
  | { status: 'done'; did: string }
  | { status: 'wrong'; errors: Readonly<Record<string, StringKey>>; values: Readonly<Record<string, string>> }
  | { status: 'changed'; seen: number; values: Readonly<Record<string, string>> }
  | { status: 'gone' };

export interface DeskAct {
  /** What can be said at the top of the page after its button. */
  deeds: readonly string[];
  run: (call: DeskPost, reference: string) => Promise<DeskActResult>;
}

export const done = (did: string): DeskActResult => ({ status: 'done', did });
/** The form again, with what was written. */
export const wrong = ({ fields }: DeskPost, errors: Readonly<Record<string, StringKey>>): DeskActResult => ({
  status: 'wrong',
  errors,
  values: asWritten(fields),
});

/** Words of each wrong field, by the codes of a schema. */
export const faultsOf = (
  error: ZodError,
  keyOf: (field: string, code: string) => StringKey,
): Record<string, StringKey> =>
  Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), keyOf(String(path[0]), message)]));

/** The last line of the log that the page showed; a form without it has seen nothing. */
const seenBy = ({ fields }: DeskPost): number => {
  const seen = Number(fields.seen);
  return Number.isSafeInteger(seen) && seen > 0 ? seen : 0;
};

/** What every act needs: which need, what its person had seen, and links for a coordinator who has none for it yet. */
export const place = (call: DeskPost, p_reference: string) => ({
  p_reference,
  p_seen: seenBy(call),
  p_links: mintLinks(LINKS_FOR.coordinator),
});

/** Answers for the standing once, so that each act has only its own outcomes to answer for. */
export function answered<Outcome extends string>(
  call: DeskPost,
  rows: { standing: Enums['desk_standing']; outcome: Outcome }[],
  replies: Record<Exclude<Outcome, 'no_link'>, DeskActResult>,
): DeskActResult {
  const [row] = rows;
  if (!row) throw new Error('an act of the desk returned no row');
  const standings = {
    // An actor of the desk is never without a link: the door was opened by the session.
    current: () => replies[row.outcome as Exclude<Outcome, 'no_link'>],
    changed: () => ({ status: 'changed', seen: seenBy(call), values: asWritten(call.fields) }) as const,
    no_need: () => ({ status: 'gone' }) as const,
  } as const satisfies Record<Enums['desk_standing'], () => DeskActResult>;
  return standings[row.standing]();
}
