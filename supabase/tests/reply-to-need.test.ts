// reply_to_need: what the company writes reaches the owner of its need, or every coordinator while nobody owns it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import {
  ERKKI,
  eventsOf,
  handOver,
  lettersOf,
  MAIJA,
  MATTI,
  needRow,
  newNeed,
  type TestNeed,
} from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const reply = (need: TestNeed, p_body = 'Kolme hitsaria.') =>
  call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body });
const toldOf = (need: TestNeed) =>
  lettersOf(db.pool, need.id, 'receipt', 'new_need', 'handed_over', 'handover_asked', 'withdrawn');

it('goes to every coordinator while nobody owns the need', async () => {
  const need = await newNeed(db.pool);
  expect(await reply(need)).toBe('said');
  expect(await toldOf(need)).toEqual([`reply_received → ${MAIJA}`, `reply_received → ${MATTI}`]);
  expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([`replied by ${need.email}`]);
});

it('goes to the owner alone once there is one', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'take_need', { p_token_hash: need.matti.take_need });
  await reply(need);
  expect(await toldOf(need)).toEqual([`reply_received → ${MATTI}`]);
});

it('goes to an expert who owns the need', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'take_need', { p_token_hash: (await handOver(db.pool, need)).take_need });
  await reply(need);
  expect(await toldOf(need)).toEqual([`reply_received → ${ERKKI}`]);
});

it('carries the words to the letter, and to everybody who opens the need', async () => {
  const need = await newNeed(db.pool);
  await reply(need, 'Kolme hitsaria, kiitos 😀');
  const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
  expect(
    letters.find(({ letter, reference }) => letter === 'reply_received' && reference === need.reference)?.message_body,
  ).toBe('Kolme hitsaria, kiitos 😀');
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: need.matti.take_need });
  expect(seen?.messages).toMatchObject([{ kind: 'reply', author_role: 'company', author_email: need.email }]);
});

it('is no answer of ours: the clock runs on', async () => {
  const need = await newNeed(db.pool);
  await reply(need);
  expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'received', first_response_at: null });
});

it('twice the same is once, also of a double click', async () => {
  const need = await newNeed(db.pool);
  const click = () => reply(need);
  expect((await atOnce(db.pool, lockOfNeed(need.id), [click, click])).toSorted()).toEqual(['already_said', 'said']);
  expect(await reply(need)).toBe('already_said');
  expect(await toldOf(need)).toHaveLength(2);
});

it('to a need that was withdrawn is refused', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await reply(need)).toBe('closed');
  expect(await toldOf(need)).toEqual([]);
});
