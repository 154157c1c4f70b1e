// return_hand_overs: what nobody has taken or declined for a working day comes back, once, in the hours of letters.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addWorkingDays } from '#domain/calendar.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { emptyOutbox } from '../../tests/support/sql-letters.ts';
import { type Links, linkPool, linksOf } from '../../tests/support/sql-links.ts';
import {
  ERKKI,
  eventsOf,
  expert,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

const NELLI = 'nelli@kehitys.example';
const NEWS = ['receipt', 'new_need', 'handed_over', 'handover_asked', 'answer'] as const;

let db: TestDatabase;
let need: TestNeed;
let erkki: Links;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Whether it is an hour in which letters go, whatever hour the tests run at. */
const letterTime = (is: boolean) =>
  db.pool.query(`create or replace function app.is_letter_time(p_at timestamptz) returns boolean
    language sql immutable parallel safe set search_path = '' as $$ select ${is} $$`);
const dayOfDatabase = async (): Promise<string> =>
  (await db.pool.query(`select ((now() at time zone 'Europe/Helsinki')::date)::text as day`)).rows[0].day;
async function sweep(p_asked_on?: string | null) {
  const p_today = await dayOfDatabase();
  const [row] = await call(db.pool, 'return_hand_overs', {
    p_today,
    p_asked_on: p_asked_on === undefined ? addWorkingDays(p_today, -1) : p_asked_on,
  });
  return row;
}
/** As if everybody had been asked so long ago. */
const asked = (ago: string, id = need.id) =>
  db.pool.query('update app.hand_overs set asked_at = asked_at - $2::interval where need_id = $1', [id, ago]);
const returned = async () =>
  (
    await db.pool.query(
      'select to_email from app.hand_overs where need_id = $1 and returned_at is not null order by to_email',
      [need.id],
    )
  ).rows.map(({ to_email }) => to_email);
const take = (p_token_hash: string) => call(db.pool, 'take_need', { p_token_hash });

beforeEach(async () => {
  await letterTime(true);
  await db.pool.query(`update app.hand_overs set returned_at = now() where state = 'asked' and returned_at is null`);
  await emptyOutbox(db.pool);
  need = await newNeed(db.pool);
  await take(need.maija.take_need);
  erkki = await handOver(db.pool, need);
});

it('is no sooner than a working day after the ask', async () => {
  expect(await sweep()).toMatchObject({ outcome: 'done', returned: 0 });
  await asked('7 days');
  expect(await sweep()).toMatchObject({ outcome: 'done', returned: 1 });
  expect(await returned()).toEqual([ERKKI]);
});

it('tells the coordinator once, however often it runs', async () => {
  await asked('7 days');
  await sweep();
  await sweep();
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_returned → ${MAIJA}`]);
  expect((await eventsOf(db.pool, need.id)).filter((line) => line.startsWith('hand_over_returned'))).toHaveLength(1);
  expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: MAIJA });
});

it('several runs at once are one', async () => {
  await asked('7 days');
  const runs = await Promise.all(Array.from({ length: 6 }, () => sweep()));
  expect(runs.map((row) => row?.returned).toSorted()).toEqual([0, 0, 0, 0, 0, 1]);
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_returned → ${MAIJA}`]);
});

it('of several who were silent one letter tells, with all their names', async () => {
  await handOver(db.pool, need, NELLI);
  await asked('7 days');
  await sweep();
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_returned → ${MAIJA}`]);
  const letters = await call(db.pool, 'claim_letters', { p_most: 1000, p_lease_seconds: 45 });
  const letter = letters.find(
    ({ letter, reference }) => letter === 'handover_returned' && reference === need.reference,
  );
  expect(letter?.expert_name).toBe('Erkki Esimerkki\nErkki Esimerkki');
});

it('of a need that nobody owns every coordinator is told', async () => {
  const free = await newNeed(db.pool);
  await handOver(db.pool, free);
  await asked('7 days', free.id);
  await sweep();
  expect(await lettersOf(db.pool, free.id, ...NEWS)).toEqual([
    `handover_returned → ${MAIJA}`,
    `handover_returned → ${MATTI}`,
  ]);
});

describe('nothing comes back', () => {
  it.each([
    ['of one who took it', () => take(erkki.take_need)],
    ['of one who declined', () => call(db.pool, 'decline_need', { p_token_hash: erkki.decline_need, p_reason: 'En.' })],
    ['of a need that has ended', () => call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need })],
  ])('%s', async (_, change) => {
    await asked('7 days');
    await change();
    expect(await sweep()).toMatchObject({ outcome: 'done', returned: 0 });
  });

  it('where another of those asked came first', async () => {
    const nelli = await handOver(db.pool, need, NELLI);
    await asked('7 days');
    await take(nelli.take_need);
    expect(await sweep()).toMatchObject({ outcome: 'done', returned: 0 });
  });

  it('on a day off, at night, or on another day than the database has', async () => {
    await asked('7 days');
    expect(await sweep(null)).toMatchObject({ outcome: 'not_now' });
    await letterTime(false);
    expect(await sweep()).toMatchObject({ outcome: 'not_now' });
    const [row] = await call(db.pool, 'return_hand_overs', { p_today: '2026-01-07', p_asked_on: '2026-01-05' });
    expect(row?.outcome).toBe('reckon_again');
    expect(await returned()).toEqual([]);
  });

  it('while somebody is on the need: the next run finds it', async () => {
    await asked('7 days');
    const client = await db.pool.connect();
    await client.query('begin');
    await client.query(lockOfNeed(need.id).sql, lockOfNeed(need.id).values);
    expect(await sweep()).toMatchObject({ outcome: 'done', returned: 0 });
    await client.query('commit');
    client.release();
    expect(await sweep()).toMatchObject({ outcome: 'done', returned: 1 });
  });
});

describe('the late press of the one who was silent', () => {
  beforeEach(async () => {
    await asked('7 days');
    await sweep();
  });

  it('takes the need while nobody has gone on with it, and the coordinator hears of that', async () => {
    expect(await take(erkki.take_need)).toBe('taken');
    expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: ERKKI });
    expect(await returned()).toEqual([]);
    expect(await lettersOf(db.pool, need.id, ...NEWS)).toContain(`handover_taken_late → ${MAIJA}`);
    const letters = await call(db.pool, 'claim_letters', { p_most: 1000, p_lease_seconds: 45 });
    const kinds = letters.filter(({ reference }) => reference === need.reference).map(({ letter }) => letter);
    expect(kinds).toContain('handover_taken_late');
    expect(kinds).not.toContain('handover_returned');
  });

  it('takes nothing once the coordinator has answered', async () => {
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Hoidan tämän itse.' });
    expect(await take(erkki.take_need)).toBe('taken_by_other');
  });

  it('takes nothing from another who has it', async () => {
    const nelli = await handOver(db.pool, need, NELLI);
    await take(nelli.take_need);
    expect(await take(erkki.take_need)).toBe('taken_by_other');
  });

  it('declines it all the same', async () => {
    expect(await call(db.pool, 'decline_need', { p_token_hash: erkki.decline_need, p_reason: 'En ehdi.' })).toBe(
      'said',
    );
  });

  it('is not the last one: asked once more, with a word about why, it waits again', async () => {
    const again = (p_note: string | null) =>
      call(db.pool, 'hand_over_need', {
        p_token_hash: need.maija.hand_over_need,
        p_people: [expert(ERKKI)],
        p_note,
        p_links: linkPool(5),
      });
    expect(await again(null)).toBe('say_why');
    expect(await again('Ehditkö nyt?')).toBe('handed_over');
    expect(await returned()).toEqual([]);
    expect(await take((await linksOf(db.pool, need.id, ERKKI)).take_need)).toBe('taken');
  });
});
