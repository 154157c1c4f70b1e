// take_need: the first who takes a need owns it; twice does no harm; experts take only what they were asked to take.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { linkPool, linksOf } from '../../tests/support/sql-links.ts';
import { ERKKI, eventsOf, handOver, MAIJA, MATTI, needRow, newNeed } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const take = (p_token_hash: string) => call(db.pool, 'take_need', { p_token_hash });
const NELLI = 'nelli@kehitys.example';

it('whoever takes a need owns it from then on, and it is claimed', async () => {
  const need = await newNeed(db.pool);
  expect(await take(need.maija.take_need)).toBe('taken');
  expect(await needRow(db.pool, need.id)).toMatchObject({
    state: 'claimed',
    owner_email: MAIJA,
    owner_name: 'Maija Malli',
    first_response_at: null,
    promise_kept: null,
  });
  expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([`taken by ${MAIJA} received → claimed`]);
});

it('taking it twice changes nothing', async () => {
  const need = await newNeed(db.pool);
  await take(need.maija.take_need);
  expect(await take(need.maija.take_need)).toBe('already_yours');
  expect(await eventsOf(db.pool, need.id)).toHaveLength(2);
});

it('the next one is told that it is taken, and who has it', async () => {
  const need = await newNeed(db.pool);
  await take(need.maija.take_need);
  expect(await take(need.matti.take_need)).toBe('taken_by_other');
  const [seen] = await call(db.pool, 'open_link', { p_token_hash: need.matti.take_need });
  expect(seen).toMatchObject({ owner_email: MAIJA, owner_name: 'Maija Malli' });
});

it('of two at once one has it and the other is told', async () => {
  const need = await newNeed(db.pool);
  const said = await atOnce(db.pool, lockOfNeed(need.id), [
    () => take(need.maija.take_need),
    () => take(need.matti.take_need),
  ]);
  expect(said.toSorted()).toEqual(['taken', 'taken_by_other']);
  expect((await needRow(db.pool, need.id)).owner_email).toBe(said[0] === 'taken' ? MAIJA : MATTI);
  expect(await eventsOf(db.pool, need.id)).toHaveLength(2);
});

it('of a double click on two connections one takes it and the other finds it theirs', async () => {
  const need = await newNeed(db.pool);
  const click = () => take(need.maija.take_need);
  expect((await atOnce(db.pool, lockOfNeed(need.id), [click, click])).toSorted()).toEqual(['already_yours', 'taken']);
});

it.each(['withdraw_need', 'decline_need'] as const)('after %s a need is closed', async (end) => {
  const need = await newNeed(db.pool);
  if (end === 'withdraw_need') await call(db.pool, end, { p_token_hash: need.company.see_need });
  else await call(db.pool, end, { p_token_hash: need.matti.decline_need, p_reason: 'Ei kuulu meille.' });
  expect(await take(need.maija.take_need)).toBe('closed');
});

describe('an expert', () => {
  it('who was asked takes the need from its owner', async () => {
    const need = await newNeed(db.pool);
    await take(need.maija.take_need);
    const expert = await handOver(db.pool, need);
    expect(await take(expert.take_need)).toBe('taken');
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: ERKKI });
    const { rows } = await db.pool.query('select state, decided_at from app.hand_overs where need_id = $1', [need.id]);
    expect(rows).toEqual([{ state: 'taken', decided_at: expect.any(Date) }]);
    expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`hand_over_taken by ${ERKKI} claimed → claimed`);
  });

  it('who was never asked takes nothing, also with a link', async () => {
    const need = await newNeed(db.pool);
    await db.pool.query(`select app.mint_links($1, 'expert', $2, 'Nelli', 'fi', $3)`, [
      need.id,
      NELLI,
      JSON.stringify(linkPool(5)),
    ]);
    expect(await take((await linksOf(db.pool, need.id, NELLI)).take_need)).toBe('taken_by_other');
    expect((await needRow(db.pool, need.id)).owner_email).toBeNull();
  });

  it('who declined takes nothing', async () => {
    const need = await newNeed(db.pool);
    const expert = await handOver(db.pool, need);
    await call(db.pool, 'decline_need', { p_token_hash: expert.decline_need, p_reason: 'Ei ehdi.' });
    expect(await take(expert.take_need)).toBe('taken_by_other');
  });

  it('does not take it from another expert who was asked with them and was first', async () => {
    const need = await newNeed(db.pool);
    await take(need.maija.take_need);
    const [erkki, nelli] = [await handOver(db.pool, need), await handOver(db.pool, need, NELLI)];
    expect(await take(erkki.take_need)).toBe('taken');
    expect(await take(nelli.take_need)).toBe('taken_by_other');
    expect((await needRow(db.pool, need.id)).owner_email).toBe(ERKKI);
  });

  it('does not become the owner by answering when another expert was first', async () => {
    const need = await newNeed(db.pool);
    const [erkki, nelli] = [await handOver(db.pool, need), await handOver(db.pool, need, NELLI)];
    await take(erkki.take_need);
    expect(await call(db.pool, 'answer_need', { p_token_hash: nelli.answer_need, p_body: 'Hei' })).toBe('said');
    expect((await needRow(db.pool, need.id)).owner_email).toBe(ERKKI);
  });
});
