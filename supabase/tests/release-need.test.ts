// release_need: the undo of take_need, while it harms nobody.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { eventsOf, handOver, MAIJA, needRow, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const take = (p_token_hash: string) => call(db.pool, 'take_need', { p_token_hash });
const release = (p_token_hash: string) => call(db.pool, 'release_need', { p_token_hash });

async function takenNeed(): Promise<TestNeed> {
  const need = await newNeed(db.pool);
  await take(need.maija.take_need);
  return need;
}

it('the need is free again, for anybody, however long it was held in silence', async () => {
  const need = await takenNeed();
  await letPass(db.pool, '30 hours');
  expect(await release(need.maija.take_need)).toBe('released');
  expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'received', owner_email: null, owner_name: null });
  expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`released by ${MAIJA} claimed → received`);
  expect(await take(need.matti.take_need)).toBe('taken');
});

it('twice does no harm', async () => {
  const need = await takenNeed();
  await release(need.maija.take_need);
  expect(await release(need.maija.take_need)).toBe('not_yours');
  expect(await eventsOf(db.pool, need.id)).toHaveLength(3);
});

it('after the company heard from the owner it is too late', async () => {
  const need = await takenNeed();
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan huomenna.' });
  expect(await release(need.maija.take_need)).toBe('too_late');
});

it('who does not own it lets nothing go', async () => {
  const need = await takenNeed();
  expect(await release(need.matti.take_need)).toBe('not_yours');
  expect((await needRow(db.pool, need.id)).owner_email).toBe(MAIJA);
});

it('after the company withdrew the need is closed', async () => {
  const need = await takenNeed();
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await release(need.maija.take_need)).toBe('closed');
});

it('an expert who lets go is asked again and may take it again', async () => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  await take(expert.take_need);
  expect(await release(expert.take_need)).toBe('released');
  const { rows } = await db.pool.query('select state, decided_at from app.hand_overs where need_id = $1', [need.id]);
  expect(rows).toEqual([{ state: 'asked', decided_at: null }]);
  expect(await take(expert.take_need)).toBe('taken');
});
