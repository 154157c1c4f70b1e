// What an owner reads of the company: its profile, its people, what it shared, who looked, what was sent, what was done.
import { formatDate } from '#domain/i18n/dates.ts';
import { sizeText } from '#domain/i18n/sizes.ts';
import type { DataSection } from '#forms/my-data/readable-data.tsx';
import type { Enums } from '../db.ts';
import { type Row, type Tables, text } from './rows.ts';
import { join, type Words } from './words.ts';

/** Of the need that a row is about. */
export function referenceOf(tables: Tables, { need_id }: Row): string {
  const need = need_id ? rowsOf(tables, 'needs').find(({ id }) => id === need_id) : undefined;
  return need ? text(need, 'reference') : '';
}

export const rowsOf = (tables: Tables, name: string): readonly Row[] => tables[name] ?? [];

/** A field's label without what the form adds to it. */
const fieldWord = (field: string, { t, of }: Words): string =>
  field === 'language' ? t('workspace.profile.language') : of('send-need', `${field}.label`).replace(/\s*\(.*\)$/, '');

export function factRows(facts: readonly Row[], words: Words): string[][] {
  const { t, when, of } = words;
  return facts.map((fact) => {
    const field = text(fact, 'field');
    const value = text(fact, 'value');
    const source = text(fact, 'source') as Enums['fact_source'];
    return [
      fieldWord(field, words),
      field === 'contact_by' ? of('contact-by', value) : field === 'language' ? of('desk-need.language', value) : value,
      text(fact, 'person_email'),
      join(t(`data.source.${source}`), text(fact, 'reference')),
      when(fact, 'told_at'),
    ];
  });
}

export const factHead = ({ t }: Words): string[] => [
  t('workspace.profile.field'),
  t('workspace.profile.value'),
  t('data.about'),
  t('data.source'),
  t('data.when'),
];

/** Whom or what a line of the log is about, without the words of the machine. */
function aboutWord(kind: string, about: string, words: Words): string {
  const { of } = words;
  if (kind === 'data_taken_out') return of('letter.take-out', about);
  if (kind === 'corrected')
    return about
      .split(' ')
      .map((field) => fieldWord(field, words))
      .join(', ');
  const [email = '', role = ''] = about.split(' ');
  return kind === 'role_changed' ? join(email, of('workspace.role', role)) : about;
}

export const logRows = (events: readonly Row[], words: Words): string[][] =>
  events.map((event) => {
    const kind = text(event, 'kind') as Enums['company_event_kind'];
    const about = aboutWord(kind, text(event, 'about'), words);
    return [words.when(event, 'at'), words.t(`data.event.${kind}`), about, text(event, 'actor_email')];
  });

export const logHead = ({ t }: Words): string[] => [t('data.when'), t('data.what'), t('data.about'), t('data.who')];

const partsOf = ({ parts }: Row) => (Array.isArray(parts) ? parts : []) as Enums['consent_part'][];

export function companySections(tables: Tables, words: Words): DataSection[] {
  const { t, lang, when, of, person, letter, yesNo } = words;
  const rows = (name: string) => rowsOf(tables, name);
  const section = (id: string, title: string, ...list: DataSection['tables']): DataSection => ({
    id,
    title,
    empty: t('data.nothing'),
    tables: list,
    entries: [],
  });
  const lookWord = (row: Row): string => {
    if (text(row, 'part') !== 'document') return of('workspace.look.part', text(row, 'part'));
    const id = text(row, 'document_id');
    const document = rows('documents').find((one) => one.id === id);
    if (!id) return t('workspace.look.documents');
    return document
      ? t('workspace.look.document', { name: text(document, 'name') })
      : t('workspace.look.document-gone');
  };
  const table = (title: string, head: string[], list: string[][]) => ({ title, head, rows: list });
  return [
    section(
      'profile',
      t('workspace.profile.title'),
      table(t('workspace.profile.history'), factHead(words), factRows(rows('profile_facts'), words)),
    ),
    section(
      'people',
      t('workspace.people.title'),
      table(
        t('data.members'),
        [t('data.address'), t('workspace.people.role'), t('data.from'), t('data.until')],
        rows('members').map((row) => [
          text(row, 'email'),
          of('workspace.role', text(row, 'role')),
          when(row, 'since'),
          when(row, 'left_at'),
        ]),
      ),
      table(
        t('workspace.people.invited'),
        [t('data.address'), t('data.who'), t('data.from'), t('data.accepted'), t('data.ended')],
        rows('member_invitations').map((row) => [
          text(row, 'email'),
          text(row, 'invited_by'),
          when(row, 'invited_at'),
          when(row, 'accepted_at'),
          when(row, 'ended_at'),
        ]),
      ),
      table(
        t('workspace.claims.title'),
        [t('data.who'), t('data.address'), t('data.when'), t('data.ended')],
        rows('claims').map((row) => [
          text(row, 'name'),
          text(row, 'email'),
          when(row, 'asked_at'),
          when(row, 'settled_at'),
        ]),
      ),
    ),
    section(
      'consents',
      t('data.consents'),
      table(
        t('data.consents'),
        [t('data.who'), t('data.purpose'), t('data.parts'), t('data.from'), t('data.until'), t('data.withdrawn')],
        rows('consents').map((row) => [
          join(text(row, 'grantee_name'), text(row, 'grantee_organisation'), text(row, 'grantee_email')),
          text(row, 'purpose'),
          partsOf(row)
            .map((part) => t(`data.part.${part}`))
            .join(', '),
          when(row, 'given_at'),
          // Its last day; ends_at is the midnight after it.
          formatDate(text(row, 'ends_on'), lang, 'short'),
          when(row, 'withdrawn_at'),
        ]),
      ),
    ),
    section(
      'documents',
      t('workspace.documents.title'),
      table(
        t('workspace.documents.title'),
        [t('workspace.documents.name'), t('workspace.documents.size'), t('data.when'), t('data.who')],
        rows('documents').map((row) => [
          text(row, 'name'),
          sizeText(Number(row.size), lang),
          when(row, 'added_at'),
          text(row, 'added_by'),
        ]),
      ),
    ),
    section(
      'looks',
      t('workspace.looked'),
      table(
        t('workspace.looked'),
        [t('data.when'), t('data.who'), t('data.what'), t('data.way')],
        rows('looks').map((row) => [
          when(row, 'at'),
          join(
            person(text(row, 'person_role'), text(row, 'person_name'), text(row, 'person_email')),
            text(row, 'organisation'),
          ),
          lookWord(row),
          of('workspace.look.way', text(row, 'way')),
        ]),
      ),
    ),
    section(
      'letters',
      t('data.letters'),
      table(
        t('data.letters'),
        [t('data.what'), t('data.address'), t('data.when')],
        rows('outbox').map((row) => [
          letter(text(row, 'letter'), referenceOf(tables, row)),
          text(row, 'to_email'),
          when(row, 'sent_at') || t('data.not-sent'),
        ]),
      ),
      table(
        t('data.bounces'),
        [t('data.address'), t('data.when'), t('data.why')],
        rows('bounces').map((row) => [text(row, 'person_email'), when(row, 'happened_at'), text(row, 'reason')]),
      ),
    ),
    section(
      'log',
      t('data.log'),
      table(t('data.log'), logHead(words), logRows(rows('company_events'), words)),
      table(
        t('data.take-outs'),
        [t('data.when'), t('data.who'), t('data.whole')],
        rows('take_outs').map((row) => [when(row, 'at'), text(row, 'person_email'), yesNo(row.scope === 'company')]),
      ),
    ),
  ];
}
