// desk-absences: the page of absences and the posts of its buttons: add-absence, end-absence, name-deputy.
import { addAbsenceSchema } from '#domain/forms/add-absence.ts';
import { cleanEmail, cleanLine } from '#domain/forms/text.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { DESK } from '#domain/routes.ts';
import { type AbsenceLine, DeskAbsences } from '#forms/desk-absences.tsx';
import { asWritten } from '../acts/act.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { seeOther } from '../respond.ts';
import { deskPage } from './desk-page.tsx';
import type { DeskCall, DeskPost } from './door.ts';

interface AbsenceRow {
  id: string;
  email: string;
  name: string | null;
  first_day: string;
  last_day: string;
  deputy: string | null;
  deputy_name: string | null;
  acting: string | null;
}
interface PersonRow {
  email: string;
  name: string | null;
  is_lead: boolean;
}

/** What can be said at the top of the page after its own button, and no other: the address is anybody's to write. */
const DEEDS = ['absence_added', 'absence_ended', 'absence_not_yours', 'deputy_named'] as const;
type Deed = (typeof DEEDS)[number];

type Wrong = { errors: Readonly<Record<string, StringKey>>; values: Readonly<Record<string, string>> };
const isDone = (result: Deed | Wrong): result is Deed => typeof result === 'string';

async function absencesPage(call: DeskCall, wrong?: Wrong): Promise<Response> {
  const { db, lang, person, url } = call;
  const [row] = await db.rpc('desk_absences', {});
  if (!row) throw new Error('desk_absences returned no row');
  const t = createT(lang);
  const people = row.people as unknown as PersonRow[];
  const named = (email: string | null): string | null => {
    const found = people.find((one) => one.email === email);
    return found ? (found.name ?? found.email) : email;
  };
  const asked = url.searchParams.get('did');
  const main = (
    <DeskAbsences
      t={t}
      lang={lang}
      absences={(row.absences as unknown as AbsenceRow[]).map(
        (absence): AbsenceLine => ({
          id: absence.id,
          name: absence.name ?? absence.email,
          isReader: absence.email === person.email,
          firstDay: absence.first_day,
          lastDay: absence.last_day,
          isNow: absence.first_day <= row.today,
          deputy: absence.deputy && (absence.deputy_name ?? absence.deputy),
          // Said when it is not the deputy whom the page names already.
          acting: absence.acting === absence.deputy ? null : named(absence.acting),
        }),
      )}
      others={people
        .filter(({ email }) => email !== person.email)
        .map(({ email, name }) => ({ value: email, label: name ?? email }))}
      lead={people.find(({ is_lead }) => is_lead && !person.isLead)?.name ?? null}
      isLead={person.isLead}
      deputy={row.deputy as string | null}
      today={row.today}
      did={wrong ? undefined : DEEDS.find((deed) => deed === asked)}
      values={wrong?.values ?? {}}
      errors={Object.fromEntries(Object.entries(wrong?.errors ?? {}).map(([field, key]) => [field, t(key)]))}
    />
  );
  return deskPage(call, { title: t('desk-absences.title'), main, hasError: Boolean(wrong), status: wrong ? 422 : 200 });
}

export const showAbsences = (call: DeskCall): Promise<Response> => absencesPage(call);

async function addAbsence({ db, fields }: DeskPost): Promise<Deed | Wrong> {
  const values = asWritten(fields);
  const wrong = (field: string, code: string): Wrong => ({
    errors: { [field]: `add-absence.error.${field}.${code}` as StringKey },
    values,
  });
  const form = addAbsenceSchema.safeParse(fields);
  if (!form.success) {
    const errors = form.error.issues.map(
      ({ path, message }) => [String(path[0]), `add-absence.error.${String(path[0])}.${message}` as StringKey] as const,
    );
    return { errors: Object.fromEntries(errors), values };
  }
  const { first_day, last_day, deputy } = form.data;
  const outcome = await db.rpc('desk_add_absence', { p_first_day: first_day, p_last_day: last_day, p_deputy: deputy });
  const replies = {
    added: 'absence_added',
    ends_before_start: wrong('last_day', 'ends_before_start'),
    in_the_past: wrong('first_day', 'in_the_past'),
    too_long: wrong('last_day', 'too_long'),
    overlaps: wrong('first_day', 'overlaps'),
    deputy_is_you: wrong('deputy', 'deputy_is_you'),
    deputy_unknown: wrong('deputy', 'deputy_unknown'),
    deputy_away: wrong('deputy', 'deputy_away'),
    // The door was opened by the session, which has ended between two statements.
    not_at_desk: wrong('first_day', 'not_at_desk'),
  } as const satisfies Record<Enums['add_absence_outcome'], Deed | Wrong>;
  return replies[outcome];
}

async function endAbsence({ db, fields }: DeskPost): Promise<Deed> {
  const id = cleanLine(fields.id);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return 'absence_not_yours';
  const replies = { ended: 'absence_ended', not_yours: 'absence_not_yours' } as const satisfies Record<
    Enums['end_absence_outcome'],
    Deed
  >;
  return replies[await db.rpc('desk_end_absence', { p_id: id })];
}

async function nameDeputy({ db, fields }: DeskPost): Promise<Deed | Wrong> {
  const wrong = (code: string): Wrong => ({
    errors: { standing_deputy: `add-absence.error.deputy.${code}` as StringKey },
    values: asWritten(fields),
  });
  const replies = {
    named: 'deputy_named',
    deputy_is_you: wrong('deputy_is_you'),
    deputy_unknown: wrong('deputy_unknown'),
    not_at_desk: wrong('deputy_unknown'),
  } as const satisfies Record<Enums['name_deputy_outcome'], Deed | Wrong>;
  return replies[await db.rpc('desk_name_deputy', { p_deputy: cleanEmail(fields.standing_deputy) || null })];
}

/** By the value of the button. */
export const ABSENCE_ACTS: Readonly<Record<string, (call: DeskPost) => Promise<Deed | Wrong>>> = {
  add: addAbsence,
  end: endAbsence,
  deputy: nameDeputy,
};

export async function actOnAbsences(call: DeskPost): Promise<Response> {
  const name = String(call.fields.act);
  const act = Object.hasOwn(ABSENCE_ACTS, name) ? ABSENCE_ACTS[name] : undefined;
  const result = act && (await act(call));
  if (!result) return absencesPage(call);
  if (!isDone(result)) return absencesPage(call, result);
  // The deputy is told at once.
  call.waitUntil(drainQuietly());
  return seeOther(`${DESK.absences}?did=${result}`);
}
