// log_contact: a call or meeting stops the clock at its own time, which can be neither before the need nor ahead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { eventsOf, lettersOf, MAIJA, needRow, newNeed, type TestNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const log = (need: TestNeed, at: Date | string, p_note = 'Sovimme tapaamisesta.') =>
  call(db.pool, 'log_contact', {
    p_token_hash: need.maija.log_contact,
    p_channel: 'phone',
    p_happened_at: at instanceof Date ? at.toISOString() : at,
    p_note,
  });
const MINUTE = 60_000;
const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const contactsOf = async (id: string) =>
  (
    await db.pool.query('select kind, channel, body, author_email, happened_at from app.messages where need_id = $1', [
      id,
    ])
  ).rows;

/** A need that came in so long ago. */
async function needOf(age: string): Promise<TestNeed & { received_at: Date; due_at: Date }> {
  const need = await newNeed(db.pool);
  await letPass(db.pool, age);
  return { ...need, ...(await needRow(db.pool, need.id)) };
}

it('is stored with who, how, when and what; the company gets no letter', async () => {
  const need = await needOf('2 hours');
  const at = later(need.received_at, 10 * MINUTE);
  expect(await log(need, at)).toBe('logged');
  expect(await contactsOf(need.id)).toEqual([
    { kind: 'contact', channel: 'phone', body: 'Sovimme tapaamisesta.', author_email: MAIJA, happened_at: at },
  ]);
  expect((await eventsOf(db.pool, need.id)).slice(1)).toEqual([
    `taken by ${MAIJA} received → claimed`,
    `contact_logged by ${MAIJA}`,
  ]);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([]);
});

describe('the clock stops', () => {
  it('when the call was, not when it was written down', async () => {
    const need = await needOf('2 hours');
    const at = later(need.received_at, 10 * MINUTE);
    await log(need, at);
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: at, promise_kept: true });
  });

  it('in time for a call in time that was written down after the due time', async () => {
    const need = await needOf('30 days');
    await log(need, later(need.due_at, -MINUTE));
    expect((await needRow(db.pool, need.id)).promise_kept).toBe(true);
  });

  it.each([
    ['at the very due time: kept', 0, true],
    ['a millisecond after it: broken', 1, false],
  ])('%s', async (_, milliseconds, kept) => {
    const need = await needOf('30 days');
    const at = later(need.due_at, milliseconds);
    await log(need, at);
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: at, promise_kept: kept });
  });

  it('once: a call logged later, however early it was, changes nothing', async () => {
    const need = await needOf('30 days');
    await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Anteeksi, että kesti.' });
    const { first_response_at } = await needRow(db.pool, need.id);
    expect(await log(need, later(need.received_at, MINUTE))).toBe('logged');
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at, promise_kept: false });
  });

  it('never in time after the company gave up waiting when it was due', async () => {
    const need = await needOf('30 days');
    await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
    await call(db.pool, 'restore_need', { p_token_hash: need.company.see_need });
    await log(need, later(need.received_at, MINUTE));
    expect((await needRow(db.pool, need.id)).promise_kept).toBe(false);
  });
});

describe('a time is refused', () => {
  it.each([
    ['before the need came in', -61_000],
    ['in the future', 2 * 3600_000 + 5000],
  ])('%s', async (_, milliseconds) => {
    const need = await needOf('2 hours');
    expect(await log(need, later(need.received_at, milliseconds))).toBe('impossible_time');
    expect(await contactsOf(need.id)).toEqual([]);
    expect(await needRow(db.pool, need.id)).toMatchObject({ owner_email: null, first_response_at: null });
  });

  it.each(['infinity', '-infinity'])('that is %s', async (at) => {
    expect(await log(await needOf('2 hours'), at)).toBe('impossible_time');
  });

  it('but not within the minute of receipt, which is as exact as a form is: it counts as the receipt', async () => {
    const need = await needOf('2 hours');
    const minute = new Date(Math.floor(need.received_at.getTime() / MINUTE) * MINUTE);
    expect(await log(need, minute)).toBe('logged');
    expect(await needRow(db.pool, need.id)).toMatchObject({ first_response_at: need.received_at, promise_kept: true });
  });
});

it('twice the same is once', async () => {
  const need = await needOf('2 hours');
  const at = later(need.received_at, MINUTE);
  await log(need, at);
  expect(await log(need, at)).toBe('already_logged');
  expect(await contactsOf(need.id)).toHaveLength(1);
});

it('two calls with the same words at different times are two', async () => {
  const need = await needOf('2 hours');
  await log(need, later(need.received_at, MINUTE), 'Ei vastannut.');
  expect(await log(need, later(need.received_at, 30 * MINUTE), 'Ei vastannut.')).toBe('logged');
  expect(await contactsOf(need.id)).toHaveLength(2);
});

it('to a closed need nothing is logged', async () => {
  const need = await needOf('2 hours');
  await call(db.pool, 'withdraw_need', { p_token_hash: need.company.see_need });
  expect(await log(need, later(need.received_at, MINUTE))).toBe('closed');
});
