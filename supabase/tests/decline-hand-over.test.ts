// decline_need by an expert: the hand-over ends, not the need; coordinators hear of it, the expert of nothing more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { hoursOfLinks, type Links, linkPool } from '../../tests/support/sql-links.ts';
import { ERKKI, eventsOf, handOver, lettersOf, MAIJA, MATTI, needRow, newNeed } from '../../tests/support/sql-needs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const decline = (expert: Links, p_reason = 'En ehdi tässä kuussa.') =>
  call(db.pool, 'decline_need', { p_token_hash: expert.decline_need, p_reason });
const take = (p_token_hash: string) => call(db.pool, 'take_need', { p_token_hash });
const NEWS = ['receipt', 'new_need', 'handed_over', 'handover_asked', 'answer'] as const;

it('leaves the need to its owner, who is told why', async () => {
  const need = await newNeed(db.pool);
  await take(need.maija.take_need);
  expect(await decline(await handOver(db.pool, need))).toBe('said');
  expect(await needRow(db.pool, need.id)).toMatchObject({
    state: 'claimed',
    owner_email: MAIJA,
    first_response_at: null,
  });
  const { rows } = await db.pool.query('select state from app.hand_overs where need_id = $1', [need.id]);
  expect(rows).toEqual([{ state: 'declined' }]);
  expect((await eventsOf(db.pool, need.id)).at(-1)).toBe(`hand_over_declined by ${ERKKI}`);
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([`handover_declined → ${MAIJA}`]);
});

it('gives the reason to coordinators and never to the company', async () => {
  const need = await newNeed(db.pool);
  await decline(await handOver(db.pool, need), 'Hankala asiakas.');
  const seenBy = async (p_token_hash: string) => (await call(db.pool, 'open_link', { p_token_hash }))[0];
  expect((await seenBy(need.maija.take_need))?.messages).toMatchObject([{ body: 'Hankala asiakas.' }]);
  expect(JSON.stringify(await seenBy(need.company.see_need))).not.toContain('Hankala');
});

it('of a need that the expert owned frees it, and every coordinator is told', async () => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  await take(expert.take_need);
  await decline(expert);
  expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: null, owner_name: null });
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([
    `handover_declined → ${MAIJA}`,
    `handover_declined → ${MATTI}`,
  ]);
  expect(await take(need.matti.take_need)).toBe('taken');
});

it('twice is once', async () => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  await decline(expert);
  expect(await decline(expert)).toBe('already_said');
  expect(await lettersOf(db.pool, need.id, ...NEWS)).toEqual([
    `handover_declined → ${MAIJA}`,
    `handover_declined → ${MATTI}`,
  ]);
});

it('ends the links of the expert within the hour, and of nobody else', async () => {
  const need = await newNeed(db.pool);
  await decline(await handOver(db.pool, need));
  const half = 180 * 24;
  expect(await hoursOfLinks(db.pool, need.id)).toEqual({
    [ERKKI]: [1],
    [MAIJA]: [half],
    [MATTI]: [half],
    [need.email]: [half],
  });
});

it('leaves the expert a page to read for the hour, but nothing to do', async () => {
  const need = await newNeed(db.pool);
  const expert = await handOver(db.pool, need);
  await decline(expert);
  expect(await call(db.pool, 'open_link', { p_token_hash: expert.take_need })).toHaveLength(1);
  const at = new Date().toISOString();
  const log = { p_token_hash: expert.log_contact, p_channel: 'phone', p_happened_at: at, p_note: 'Soitin.' } as const;
  expect([
    await take(expert.take_need),
    await call(db.pool, 'answer_need', { p_token_hash: expert.answer_need, p_body: 'Sittenkin.' }),
    await call(db.pool, 'log_contact', log),
  ]).toEqual(['taken_by_other', 'closed', 'closed']);
  expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: null, first_response_at: null });
});

describe('whoever declined gets no further mail of the need:', () => {
  it('not what waited for them in the outbox', async () => {
    const need = await newNeed(db.pool);
    const expert = await handOver(db.pool, need);
    await take(expert.take_need);
    await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Kiitos!' });
    expect(await lettersOf(db.pool, need.id)).toContain(`reply_received → ${ERKKI}`);
    await decline(expert);
    expect((await lettersOf(db.pool, need.id)).filter((line) => line.endsWith(ERKKI))).toEqual([]);
  });

  it('not what happens later, nor after the company took its need back and changed its mind', async () => {
    const need = await newNeed(db.pool);
    const expert = await handOver(db.pool, need);
    await take(expert.take_need);
    await decline(expert);
    await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Kiitos!' });
    await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
    await call(db.pool, 'restore_need', { p_token_hash: need.company.see_need });
    expect((await lettersOf(db.pool, need.id)).filter((line) => line.endsWith(ERKKI))).toEqual([]);
    expect((await hoursOfLinks(db.pool, need.id))[ERKKI]).toEqual([1]);
  });

  it('not when they ask for a new link', async () => {
    const need = await newNeed(db.pool);
    await decline(await handOver(db.pool, need));
    const asked = { p_email: ERKKI, p_reference: need.reference, p_coordinators: [], p_links: linkPool(18) };
    expect(await call(db.pool, 'request_link', asked)).toBe('requested');
    expect((await lettersOf(db.pool, need.id)).filter((line) => line.endsWith(ERKKI))).toEqual([]);
  });

  it('not what tells the others who took it', async () => {
    const need = await newNeed(db.pool);
    await decline(await handOver(db.pool, need));
    await take((await handOver(db.pool, need, 'nelli@kehitys.example')).take_need);
    expect((await lettersOf(db.pool, need.id)).filter((line) => line.endsWith(ERKKI))).toEqual([]);
  });
});
