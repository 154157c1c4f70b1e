// A link opens what it is for, to the person it was made for, while it lives: whatever else is tried finds no link.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Args, call, type Enums } from '../../tests/support/sql-call.ts';
import { type Links, linkPool, randomHash } from '../../tests/support/sql-links.ts';
import { eventsOf, handOver, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

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
    rest: { p_to_role: 'expert', p_to_email: 'x@y.example', p_to_name: 'X', p_note: null, p_links: linkPool(4) },
  },
  decline_need: { of: 'maija', purpose: 'decline_need', rest: { p_reason: 'Ei.' } },
  reply_to_need: { of: 'company', purpose: 'reply_to_need', rest: { p_body: 'Kiitos' } },
  withdraw_need: { of: 'company', purpose: 'see_need', rest: {} },
  restore_need: { of: 'company', purpose: 'see_need', rest: {} },
  answer_survey: {
    of: 'company',
    purpose: 'answer_survey',
    rest: { p_survey: 'first-response', p_version: 1, p_answer: 'yes' },
  },
} as const satisfies Record<string, { of: 'maija' | 'company'; purpose: Enums['link_purpose']; rest: object }>;
const acts = Object.keys(ACTS) as Act[];

const act = (name: Act, p_token_hash: string) =>
  call(db.pool, name, { p_token_hash, ...ACTS[name].rest } as unknown as Args<typeof name>);

const linkOf = (need: TestNeed, name: Act): string => need[ACTS[name].of][ACTS[name].purpose];
const everyLink = (links: Links): [string, string][] => Object.keys(links).map((key) => [key, links[key as never]]);

it('no function that takes a token is missing here', async () => {
  const { rows } = await db.pool.query<{ proname: string }>(
    `select proname from pg_proc where pronamespace = 'api'::regnamespace and 'p_token_hash' = any (proargnames)`,
  );
  const reading = ['open_link'];
  expect(rows.map(({ proname }) => proname).sort()).toEqual([...acts, ...reading].sort());
});

describe.each(acts)('%s', (name) => {
  it('answers to its own purpose alone, and to no other link of anybody', async () => {
    const need = await newNeed(db.pool);
    const expert = await handOver(db.pool, need);
    const others = [need.company, need.maija, expert]
      .flatMap(everyLink)
      .filter(([purpose]) => purpose !== ACTS[name].purpose);
    const before = await eventsOf(db.pool, need.id);
    for (const [purpose, hash] of others) expect([purpose, await act(name, hash)]).toEqual([purpose, 'no_link']);
    expect(await eventsOf(db.pool, need.id)).toEqual(before);
    expect(await act(name, linkOf(need, name))).not.toBe('no_link');
  });

  it.each([
    ['unknown', undefined],
    ['expired', `expires_at = created_at + interval '1 microsecond'`],
    ['revoked', 'revoked_at = now()'],
  ])('finds no link that is %s', async (_, change) => {
    const need = await newNeed(db.pool);
    if (change) await db.pool.query(`update app.links set ${change} where need_id = $1`, [need.id]);
    expect(await act(name, change ? linkOf(need, name) : randomHash())).toBe('no_link');
    expect(await eventsOf(db.pool, need.id)).toHaveLength(1);
  });

  it('finds none behind an empty hash or none', async () => {
    expect(await act(name, '')).toBe('no_link');
    expect(await act(name, null as unknown as string)).toBe('no_link');
  });
});
