// A link opens what it is for, to the person it was made for, while it lives: whatever else is tried finds no link.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Args, call, type Enums } from '../../tests/support/sql-call.ts';
import { newRound, newTask } from '../../tests/support/sql-confirmations.ts';
import { type Links, linkPool, randomHash } from '../../tests/support/sql-links.ts';
import { expert, handOver, newNeed } from '../../tests/support/sql-needs.ts';
import { inviteTo, keepVersion } from '../../tests/support/sql-surveys.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

it('is for one record: each kind that a link can lead to counts, whichever file came last', async () => {
  const { rows } = await db.pool.query<{ kinds: string[]; counted: string[] }>(
    `select
       (select array_agg(a.attname::text order by a.attname) from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.conrelid = 'app.links'::regclass and c.contype = 'f') as kinds,
       (select array_agg(a.attname::text order by a.attname) from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.conrelid = 'app.links'::regclass and c.conname = 'a_link_is_for_one_record') as counted`,
  );
  expect(rows[0]?.counted).toEqual(rows[0]?.kinds);
});

type Act = Exclude<keyof typeof ACTS, never>;
/** Every function that acts through a link: whose link, for which purpose, and what else it is given. */
const ACTS = {
  take_need: { of: 'maija', purpose: 'take_need', rest: {} },
  release_need: { of: 'maija', purpose: 'take_need', rest: {} },
  answer_need: { of: 'maija', purpose: 'answer_need', rest: { p_body: 'Hei' } },
  ask_more: { of: 'maija', purpose: 'ask_more', rest: { p_body: 'Hei?' } },
  log_contact: {
    of: 'maija',
    purpose: 'log_contact',
    rest: { p_channel: 'phone', p_happened_at: new Date().toISOString(), p_note: 'Soitin.' },
  },
  hand_over_need: {
    of: 'maija',
    purpose: 'hand_over_need',
    rest: { p_people: [expert('x@y.example')], p_note: null, p_links: linkPool(5) },
  },
  report_hand_over: { of: 'expert', purpose: 'report_hand_over', rest: { p_ended: 'helped', p_note: null } },
  decline_need: { of: 'maija', purpose: 'decline_need', rest: { p_reason: 'Ei.' } },
  reply_to_need: { of: 'company', purpose: 'reply_to_need', rest: { p_body: 'Kiitos' } },
  withdraw_need: { of: 'company', purpose: 'see_need', rest: {} },
  restore_need: { of: 'company', purpose: 'see_need', rest: {} },
  answer_survey: {
    of: 'company',
    purpose: 'answer_survey',
    rest: { p_answers: [], p_follow_up_due: new Date().toISOString() },
  },
  seal_answers: { of: 'anonymous', purpose: 'answer_survey', rest: { p_mark: randomHash(), p_answers: [] } },
  confirm_services: { of: 'provider', purpose: 'confirm_services', rest: {} },
  undo_confirmation: { of: 'provider', purpose: 'confirm_services', rest: {} },
  report_mistake: {
    of: 'provider',
    purpose: 'report_mistake',
    rest: { p_services: ['a'], p_own_page: false, p_mistake: 'Hinta.', p_editors: [], p_links: [] },
  },
  close_task: { of: 'editor', purpose: 'close_task', rest: { p_note: null } },
  reopen_task: { of: 'editor', purpose: 'close_task', rest: {} },
} as const satisfies Record<
  string,
  {
    of: 'maija' | 'company' | 'anonymous' | 'expert' | 'provider' | 'editor';
    purpose: Enums['link_purpose'];
    rest: object;
  }
>;
const acts = Object.keys(ACTS) as Act[];

const act = (name: Act, p_token_hash: string) =>
  call(db.pool, name, { p_token_hash, ...ACTS[name].rest } as unknown as Args<typeof name>);

type People = Record<'company' | 'anonymous' | 'maija' | 'expert' | 'provider' | 'editor', Partial<Links>>;

/** Everybody who has links, of a need and of a round with a task of their own. */
async function newPeople(): Promise<People> {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  const asked = async (anonymous: boolean) =>
    (await inviteTo(db.pool, need, await keepVersion(db.pool, { anonymous }))).link;
  const round = await newRound(db.pool);
  const task = await newTask(db.pool, round);
  return {
    company: { ...need.company, answer_survey: await asked(false) },
    anonymous: { answer_survey: await asked(true) },
    maija: need.maija,
    expert,
    provider: { confirm_services: round.confirm, report_mistake: round.report },
    editor: { close_task: task.elli },
  };
}

const linkOf = (people: People, name: Act): string => people[ACTS[name].of][ACTS[name].purpose] ?? '';
const everyLink = (links: Partial<Links>): [string, string][] =>
  Object.keys(links).map((key) => [key, links[key as keyof Links] ?? '']);
const allEvents = async () => (await db.pool.query('select id from app.events order by id')).rows;

it('no function that takes a token is missing here', async () => {
  const { rows } = await db.pool.query<{ proname: string }>(
    `select proname from pg_proc where pronamespace = 'api'::regnamespace and 'p_token_hash' = any (proargnames)`,
  );
  const reading = [
    'link_was_erased',
    'open_link',
    'open_survey',
    'report_behind_link',
    'texts_behind_link',
    'where_it_goes_on',
  ];
  // Of consents, with tests of their own beside them.
  const ofConsents = ['consent_behind_link', 'withdraw_consent'];
  // Asks for a session too, and has tests of its own.
  const signedIn = ['workspace_attach_need'];
  expect(rows.map(({ proname }) => proname).sort()).toEqual([...acts, ...reading, ...ofConsents, ...signedIn].sort());
});

describe.each(acts)('%s', (name) => {
  it('answers to its own purpose alone, and to no other link of anybody', async () => {
    const people = await newPeople();
    const others = Object.values(people)
      .flatMap(everyLink)
      .filter(([purpose]) => purpose !== ACTS[name].purpose);
    expect(others.length).toBeGreaterThan(10);
    const before = await allEvents();
    for (const [purpose, hash] of others) expect([purpose, await act(name, hash)]).toEqual([purpose, 'no_link']);
    expect(await allEvents()).toEqual(before);
    expect(await act(name, linkOf(people, name))).not.toBe('no_link');
  });

  it.each([
    ['unknown', undefined],
    ['expired', `expires_at = created_at + interval '1 microsecond'`],
    ['revoked', 'revoked_at = now()'],
  ])('finds no link that is %s', async (_, change) => {
    const people = await newPeople();
    const hash = change ? linkOf(people, name) : randomHash();
    if (change) await db.pool.query(`update app.links set ${change} where encode(token_hash, 'hex') = $1`, [hash]);
    const before = await allEvents();
    expect(await act(name, hash)).toBe('no_link');
    expect(await allEvents()).toEqual(before);
  });

  it('finds none behind an empty hash or none', async () => {
    expect(await act(name, '')).toBe('no_link');
    expect(await act(name, null as unknown as string)).toBe('no_link');
  });
});
