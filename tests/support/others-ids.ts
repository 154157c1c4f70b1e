// Every act behind a door and the ids that it takes, as data: what another's id is answered with is asked for each of them.
import { randomUUID } from 'node:crypto';
import { SETTLEMENTS } from '#forms/desk-claims.tsx';
import { ABSENCE_ACTS } from '#lib/desk/absences.tsx';
import { deskActs } from '#lib/desk/acts/acts.ts';
import { CONSENT_ACTS } from '#lib/workspace/consent.tsx';
import { DOCUMENT_ACTS } from '#lib/workspace/document-acts.ts';
import { HOME_ACTS } from '#lib/workspace/home.tsx';
import { PEOPLE_ACTS } from '#lib/workspace/people-acts.ts';
import type { World } from './matrix/world.ts';
import { newAddress } from './sql-needs.ts';
import { newBusinessId } from './sql-workspace.ts';

/** What is the company's of the matrix, and what in its place is nobody's. */
export const SLOTS = {
  company: { theirs: (world: World) => world.company, nobodys: randomUUID },
  need: { theirs: ({ need }: World) => need.reference, nobodys: () => 'ZZZZ-2345' },
  consent: { theirs: ({ consent }: World) => consent, nobodys: randomUUID },
  document: { theirs: ({ document }: World) => document, nobodys: randomUUID },
  pending: { theirs: ({ pending }: World) => pending, nobodys: randomUUID },
  invitation: { theirs: ({ invitation }: World) => invitation, nobodys: randomUUID },
  claim: { theirs: ({ claim }: World) => claim, nobodys: randomUUID },
  absence: { theirs: ({ absence }: World) => absence, nobodys: randomUUID },
  person: { theirs: ({ marks }: World) => marks.people, nobodys: newAddress },
  number: { theirs: ({ asked }: World) => asked.businessId, nobodys: newBusinessId },
} as const;
export type Slot = keyof typeof SLOTS;

/** `:slot` stands for an id, in the path and in a field. */
export interface Act {
  path: string;
  /** As the page's form or its script sends it; a list where a field is given several times. */
  fields: Readonly<Record<string, string | number>>;
  as?: 'json' | 'file';
}

const of = <Name extends string>(path: string, acts: Record<Name, Act['fields']>, as?: Act['as']): [string, Act][] =>
  Object.entries<Act['fields']>(acts).map(([act, fields]) => [
    `${path} ${act}`,
    { path, fields: { act, ...fields }, ...(as && { as }) },
  ]);

const home: Record<keyof typeof HOME_ACTS, Act['fields']> = {
  choose: { company: ':company' },
  own: { business_id: ':number' },
  disown: { business_id: ':number', sure: 'yes' },
  join: { invitation: ':invitation' },
  decline: { invitation: ':invitation' },
};
const claim = { company: ':company', claim: ':claim' };
const people: Record<keyof typeof PEOPLE_ACTS, Act['fields']> = {
  invite: { company: ':company', email: ':person', role: 'owner', language: 'fi' },
  end_invitation: { company: ':company', invitation: ':invitation' },
  set_role: { company: ':company', email: ':person', role: 'owner' },
  end_membership: { company: ':company', email: ':person', sure: 'yes' },
  let_in_member: claim,
  let_in_owner: claim,
  refuse: claim,
};
const consent: Record<keyof typeof CONSENT_ACTS, Act['fields']> = {
  withdraw: {},
  extend: { days: '180' },
  correct: { email: ':person' },
};
const sharing = {
  company: ':company',
  email: ':person',
  organisation: 'Neuvontatalo',
  purpose: 'Rahoitushakemus',
  parts: 'needs',
  needs: ':need',
  days: '90',
};
const desk: Record<keyof typeof deskActs, Act['fields']> = {
  answer_follow_up: { way: 'letter', follow_up: 'Hei vaan' },
  take: {},
  answer: { answer: 'Hei vaan' },
  release: {},
  join: { with: ':need' },
  undo_join: { joined: ':need' },
  log: { channel: 'call', contact_note: 'Hei vaan' },
  ask: { question: 'Hei vaan' },
  hand_over: { to: ':person' },
  note: { internal_note: 'Hei vaan' },
  close: { outcome: 'helped', closing: 'Hei vaan' },
  refer: { refer_to: 'Muu', refer_contact: 'muu@muualla.example', referral: 'Hei vaan' },
  decline: { reason: 'Hei vaan' },
};

/** By "path act"; an act alone behind its address by the path. */
export const ACTS: Readonly<Record<string, Act>> = Object.fromEntries([
  ...of('/workspace', home),
  ...of('/workspace/people', people),
  ...of('/workspace/sharing/:consent', consent),
  ...of('/workspace/share', { check: sharing, change: sharing, share: sharing }),
  ...of('/workspace/needs/:need', { withdraw: { sure: 'yes' }, restore: {} }),
  ...of('/workspace/needs/:need/reply', { reply: { reply: 'Hei vaan' } }),
  ...of('/workspace/shared/:consent', { comment: { reference: ':need', comment: 'Hei vaan' } }),
  ...of('/workspace/profile', { correct: { company: ':company', company_name: 'Muu Oy', language: 'fi' } }),
  ...of('/workspace/documents', { remove: { company: ':company', document: ':document', sure: 'yes' } }),
  ...of('/workspace/documents', { upload: { company: ':company' } }, 'file'),
  ...of(
    '/workspace/documents',
    {
      begin: { company: ':company', name: 'x.pdf', size: 9 },
      confirm: { document: ':pending' },
      cancel: { document: ':pending' },
    },
    'json',
  ),
  ...of('/workspace/my-data', { undo_erasure: { company: ':company' } }),
  ...of('/workspace/my-data/erase', { ask: { company: ':company', sure: 'yes' } }),
  ...of('/workspace/my-data/take-out', { take: { company: ':company', part: '1' } }),
  ...of('/desk/needs/:need', desk),
  ...of('/desk/absences', {
    add: { first_day: '2100-02-01', last_day: '2100-02-02', deputy: ':person' },
    end: { id: ':absence' },
    deputy: { standing_deputy: ':person' },
  } satisfies Record<keyof typeof ABSENCE_ACTS, Act['fields']>),
  ...of('/desk/claims', Object.fromEntries(SETTLEMENTS.map((state) => [state, { claim: ':claim' }]))),
  ...of('/desk/packs', { correct: { meeting: '2026-12-10', corrected: 'Hei vaan' } }),
]);

/** What registries of acts there are in the code, by the address behind which they stand. */
export const REGISTRIES: Readonly<Record<string, readonly string[]>> = {
  '/workspace': Object.keys(HOME_ACTS),
  '/workspace/people': Object.keys(PEOPLE_ACTS),
  '/workspace/sharing/:consent': Object.keys(CONSENT_ACTS),
  '/workspace/documents': Object.values(DOCUMENT_ACTS).flatMap((acts) => Object.keys(acts)),
  '/desk/needs/:need': Object.keys(deskActs),
  '/desk/absences': Object.keys(ABSENCE_ACTS),
  '/desk/claims': SETTLEMENTS,
};

/** Posts in which no id can stand: signing in and out, the language of one's own browser, the erasing of oneself. */
export const WITHOUT_IDS = ['/sign-in', '/sign-out', '/language', '/erase-own'];

/** Where an id can stand in a query. */
export const QUERIES = [
  '/workspace/share?again=:consent',
  '/workspace?company=:company',
  '/workspace/looks?page=2&company=:company',
];

export const slotsOf = ({ path, fields }: Pick<Act, 'path' | 'fields'>): Slot[] =>
  (Object.keys(SLOTS) as Slot[]).filter((slot) => [path, ...Object.values(fields)].join(' ').includes(`:${slot}`));
