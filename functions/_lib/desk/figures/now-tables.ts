// The desk's figures of this moment: load by person, ages of open needs, the oldest ones.

import type { Figures } from '#domain/figures.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDayOfWeek } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import { DESK, type Language, routes } from '#domain/routes.ts';
import { nameIn } from '../../catalogue.ts';
import type { Returned } from '../../db.ts';
import { dueStanding } from '../../due-standing.ts';
import { ageGroups } from './need-ages.ts';

type Nullable<Row, Fields extends keyof Row> = Omit<Row, Fields> & { [Field in Fields]: Row[Field] | null };
export type LoadRow = Nullable<Returned<'desk_load'>[number], 'email' | 'name'>;
export type AgeRow = Returned<'desk_ages'>[number];
export type OldestRow = Nullable<
  Returned<'desk_oldest'>[number],
  'company_name' | 'business_id' | 'first_response_at' | 'promise_kept' | 'closed_at' | 'owner_email' | 'owner_name'
>;

/** By name, since an order by figures would rank people; needs without an owner first, since somebody is to take them. */
export function loadTable(rows: LoadRow[], t: T, lang: Language): Figures {
  const named = ({ name, email }: LoadRow) => (name ? nameIn(name, lang) : (email ?? ''));
  const counts = ({ open, for_others, late, due_today, waiting }: LoadRow) => [
    open,
    for_others,
    late,
    due_today,
    waiting,
  ];
  const none = [0, 0, 0, 0, 0];
  const nobody = rows.find(({ email }) => email === null);
  const sums = rows.map(counts).reduce((sum, row) => sum.map((value, column) => value + (row[column] ?? 0)), none);
  return {
    title: t('desk-figures.load.title'),
    notes: [],
    columns: [
      t('desk-figures.load.owner'),
      t('desk-figures.load.open'),
      t('desk-figures.load.for-others'),
      t('desk-figures.load.late'),
      t('desk-figures.load.today'),
      t('desk-figures.load.waiting'),
    ],
    rows: [
      [
        { text: t('desk-figures.load.nobody'), href: `${DESK.list}?view=unassigned` },
        ...(nobody ? counts(nobody) : none),
      ],
      ...rows
        .filter(({ email }) => email !== null)
        .sort((a, b) => named(a).localeCompare(named(b), lang))
        .map((row) => [named(row), ...counts(row)]),
      [t('desk-figures.total'), ...sums],
    ],
    empty: '',
  };
}

/** Age 0 of SQL is the oldest group, since it counts from the earliest moment on. */
export function agesTable(rows: AgeRow[], t: T): Figures {
  const groups = ageGroups();
  const words = ({ from, to }: (typeof groups)[number]) =>
    to === undefined ? t('desk-figures.ages.over', { days: from - 1 }) : from === to ? String(from) : `${from}–${to}`;
  return {
    title: t('desk-figures.ages.title'),
    notes: [],
    columns: [t('desk-figures.ages.age'), t('desk-figures.load.open'), t('desk-figures.ages.unanswered')],
    rows: rows.length
      ? groups.map((group, place) => {
          const row = rows.find(({ age }) => age === groups.length - 1 - place);
          return [words(group), row?.open ?? 0, row?.unanswered ?? 0];
        })
      : [],
    empty: t('desk-figures.ages.none'),
  };
}

export function oldestTable(rows: OldestRow[], t: T, lang: Language, now: Date): Figures {
  return {
    title: t('desk-figures.oldest.title'),
    notes: [],
    columns: [
      t('desk-figures.reference'),
      t('desk-figures.oldest.company'),
      t('desk-figures.received'),
      t('desk-figures.oldest.promise'),
      t('desk-figures.load.owner'),
    ],
    rows: rows.map((row) => [
      { text: row.reference, href: routes.deskNeed(row.reference) },
      row.company_name ?? row.business_id ?? row.contact_name,
      new Date(row.received_at),
      `${t(`desk.due.${dueStanding(row, now)}`)} ${formatDayOfWeek(helsinkiDate(new Date(row.due_at)), lang)}`,
      row.owner_name ? nameIn(row.owner_name, lang) : (row.owner_email ?? t('desk-list.nobody')),
    ]),
    empty: t('desk-figures.ages.none'),
  };
}
