// answer_need and ask_more: the first thing that a person says to the company stops the clock, once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfNeed } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { eventsOf, lettersOf, MAIJA, MATTI, needRow, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const answer = (need: TestNeed, p_body = 'Soitan huomenna.', who: 'maija' | 'matti' = 'maija') =>
  call(db.pool, 'answer_need', { p_token_hash: need[who].answer_need, p_body });
const ask = (need: TestNeed, p_body = 'Montako hitsaria?') =>
  call(db.pool, 'ask_more', { p_token_hash: need.maija.ask_more, p_body });
const messagesOf = async (id: string) =>
  (
    await db.pool.query('select kind, author_email, body from app.messages where need_id = $1 order by created_at', [
      id,
    ])
  ).rows;

describe.each([
  ['answer_need', answer, 'answer', 'answered'],
  ['ask_more', ask, 'question', 'asked'],
] as const)('%s', (_, say, kind, event) => {
  it('stores the message, tells the company, and makes the speaker the owner of a need that nobody had', async () => {
    const need = await newNeed(db.pool);
    expect(await say(need, 'Hei!')).toBe('said');
    expect(await messagesOf(need.id)).toEqual([{ kind, author_email: MAIJA, body: 'Hei!' }]);
    expect(await needRow(db.pool, need.id)).toMatchObject({ state: 'claimed', owner_email: MAIJA });
    expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([
      `taken by ${MAIJA} received → claimed`,
      `${event} by ${MAIJA}`,
    ]);
    expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`${kind} → ${need.email}`]);
  });

  it('stops the clock in time: kept', async () => {
    const need = await newNeed(db.pool);
    await say(need);
    const row = await needRow(db.pool, need.id);
    expect(row.promise_kept).toBe(true);
    expect(Math.abs(Number(row.first_response_at) - Date.now())).toBeLessThan(5000);
  });

  it('stops the clock after the due time: broken, and later words mend nothing', async () => {
    const need = await newNeed(db.pool);
    await letPass(db.pool, '30 days');
    await say(need);
    const first = await needRow(db.pool, need.id);
    expect(first.promise_kept).toBe(false);
    expect(Number(first.first_response_at)).toBeGreaterThan(Number(first.due_at));
    await say(need, 'Anteeksi, että kesti.');
    expect(await needRow(db.pool, need.id)).toMatchObject({
      promise_kept: false,
      first_response_at: first.first_response_at,
    });
  });

  it('twice the same within an hour is once; after that it is said again', async () => {
    const need = await newNeed(db.pool);
    await say(need, 'Hei!');
    expect(await say(need, 'Hei!')).toBe('already_said');
    expect(await messagesOf(need.id)).toHaveLength(1);
    expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toHaveLength(1);
    await letPass(db.pool, '61 minutes');
    expect(await say(need, 'Hei!')).toBe('said');
  });

  it('a double click on two connections is once', async () => {
    const need = await newNeed(db.pool);
    const click = () => say(need, 'Hei!');
    expect((await atOnce(db.pool, lockOfNeed(need.id), [click, click])).toSorted()).toEqual(['already_said', 'said']);
    expect(await messagesOf(need.id)).toHaveLength(1);
  });

  it('says nothing to a company that withdrew', async () => {
    const need = await newNeed(db.pool);
    await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
    expect(await say(need)).toBe('closed');
    expect(await messagesOf(need.id)).toEqual([]);
  });

  it('with nothing in it, or too much, is refused whole', async () => {
    const need = await newNeed(db.pool);
    for (const body of ['', 'x'.repeat(5001)]) {
      await expect(say(need, body)).rejects.toMatchObject({
        code: '23514',
        constraint: 'body_has_1_to_5000_characters',
      });
    }
    expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: null, first_response_at: null });
  });
});

it('a later answer leaves the first response and its time alone', async () => {
  const need = await newNeed(db.pool);
  await answer(need);
  const { first_response_at } = await needRow(db.pool, need.id);
  await ask(need);
  await answer(need, 'Vielä yksi asia.', 'matti');
  expect((await needRow(db.pool, need.id)).first_response_at).toEqual(first_response_at);
});

it('whoever else answers does not become the owner', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'take_need', { p_token_hash: need.matti.take_need });
  expect(await answer(need)).toBe('said');
  expect((await needRow(db.pool, need.id)).owner_email).toBe(MATTI);
});

it('two who say the same are both heard', async () => {
  const need = await newNeed(db.pool);
  expect([await answer(need, 'Hei!'), await answer(need, 'Hei!', 'matti')]).toEqual(['said', 'said']);
});

it('taking it, letters that went out, links asked for and the company itself never stop the clock', async () => {
  const need = await newNeed(db.pool);
  await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
  const letters = await call(db.pool, 'claim_letters', { p_most: 100, p_lease_seconds: 45 });
  for (const { id } of letters) await call(db.pool, 'letter_sent', { p_id: id, p_provider_id: 'resend-1' });
  await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Onko uutta?' });
  await call(db.pool, 'request_link', {
    p_email: need.email,
    p_reference: null,
    p_coordinators: [],
    p_links: linkPool(3),
  });
  expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: null, promise_kept: null });
});
