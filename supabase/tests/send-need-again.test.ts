// send_need, again: the same form twice is one need, too many are refused, and the database's day and references rule.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkingDays } from '#domain/calendar.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce, lockOfAddress } from '../../tests/support/sql-at-once.ts';
import { call } from '../../tests/support/sql-call.ts';
import { needArgs, newAddress, newReference } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const send = async (changes: Parameters<typeof needArgs>[0] = {}) =>
  (await call(db.pool, 'send_need', needArgs(changes)))[0];
const rowsFrom = async (email: string) =>
  (await db.pool.query('select reference, state from app.needs where contact_email = $1', [email])).rows;

describe('the same form from the same address', () => {
  it('within a minute is one need, and says what was said the first time', async () => {
    const same = { p_contact_email: newAddress(), p_fingerprint: 'a'.repeat(64) };
    const first = await send(same);
    await letPass(db.pool, '50 seconds');
    const again = await send(same);
    expect(again).toMatchObject({
      outcome: 'repeated',
      reference: first?.reference,
      promise_days: 2,
      status_link: first?.status_link,
      retry_after_seconds: null,
    });
    expect(await rowsFrom(same.p_contact_email)).toHaveLength(1);
    const { rows } = await db.pool.query(
      `select count(*)::integer as letters, (select count(*)::integer from app.events where need_id = n.id) as events
       from app.outbox o join app.needs n on n.id = o.need_id where n.reference = $1 group by n.id`,
      [first?.reference],
    );
    expect(rows).toEqual([{ letters: 3, events: 1 }]);
  });

  it('after a minute is another need', async () => {
    const same = { p_contact_email: newAddress(), p_fingerprint: 'a'.repeat(64) };
    await send(same);
    await letPass(db.pool, '61 seconds');
    expect((await send(same))?.outcome).toBe('accepted');
  });

  it('with an idempotency key is one need however late', async () => {
    const same = { p_contact_email: newAddress(), p_idempotency_key: 'a-key-of-my-own', p_fingerprint: 'b'.repeat(64) };
    const first = await send(same);
    await letPass(db.pool, '3 days');
    expect(await send(same)).toMatchObject({
      outcome: 'repeated',
      reference: first?.reference,
      due_at: expect.any(String),
    });
  });

  it('is one need even when five others have come meanwhile', async () => {
    const p_contact_email = newAddress();
    const first = { p_contact_email, p_idempotency_key: 'the-first-of-many', p_fingerprint: 'f'.repeat(64) };
    const { reference } = (await send(first)) ?? {};
    for (let n = 0; n < 4; n += 1) await send({ p_contact_email });
    expect(await send(first)).toMatchObject({ outcome: 'repeated', reference });
  });
});

describe('somebody else', () => {
  it('who uses the same key gets a need of their own, and learns nothing of the first', async () => {
    const p_idempotency_key = 'everybody-picks-this';
    const first = await send({ p_idempotency_key });
    const other = await send({ p_idempotency_key });
    expect(other?.outcome).toBe('accepted');
    expect(other?.reference).not.toBe(first?.reference);
    expect(other?.status_link).not.toBe(first?.status_link);
  });

  it('who writes the same words gets a need of their own', async () => {
    const p_fingerprint = 'c'.repeat(64);
    expect([await send({ p_fingerprint }), await send({ p_fingerprint })]).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'accepted' },
    ]);
  });
});

describe('more than five from one address in an hour', () => {
  it('are refused, until the first of the five is an hour old', async () => {
    const p_contact_email = newAddress();
    await send({ p_contact_email });
    await letPass(db.pool, '20 minutes');
    for (let n = 0; n < 4; n += 1) expect((await send({ p_contact_email }))?.outcome).toBe('accepted');
    const refused = await send({ p_contact_email });
    expect(refused).toMatchObject({ outcome: 'too_many', reference: null, due_at: null, status_link: null });
    expect(refused?.retry_after_seconds).toBeGreaterThan(40 * 60 - 10);
    expect(refused?.retry_after_seconds).toBeLessThanOrEqual(40 * 60);
    expect(await rowsFrom(p_contact_email)).toHaveLength(5);
    expect((await send())?.outcome).toBe('accepted');
    await letPass(db.pool, '40 minutes');
    expect((await send({ p_contact_email }))?.outcome).toBe('accepted');
    // Now five are young again: the four of before and the one just sent.
    expect((await send({ p_contact_email }))?.outcome).toBe('too_many');
  });
});

describe('the promise is to be reckoned again', () => {
  const today = needArgs().p_reckoned_on as string;
  it.each([
    ['yesterday', addWorkingDays(today, -1)],
    ['tomorrow', addWorkingDays(today, 1)],
    ['no day at all', null],
  ])('when it was reckoned on %s', async (_, p_reckoned_on) => {
    const args = needArgs({ p_reckoned_on });
    const [again] = await call(db.pool, 'send_need', args);
    expect(again).toMatchObject({ outcome: 'reckon_again', reference: null, status_link: null });
    expect(Math.abs(Date.parse(again?.received_at ?? '') - Date.now())).toBeLessThan(5000);
    expect(await rowsFrom(args.p_contact_email as string)).toEqual([]);
  });

  it('when the reference is taken', async () => {
    const p_reference = newReference();
    await send({ p_reference });
    const args = needArgs({ p_reference });
    expect((await call(db.pool, 'send_need', args))[0]).toMatchObject({ outcome: 'reckon_again', reference: null });
    expect(await rowsFrom(args.p_contact_email as string)).toEqual([]);
  });
});

describe('at once, on connections of their own', () => {
  it('two identical calls make one need', async () => {
    const same = { p_contact_email: newAddress(), p_fingerprint: 'd'.repeat(64), p_idempotency_key: 'double-click' };
    const sent = await atOnce(db.pool, lockOfAddress(same.p_contact_email), [() => send(same), () => send(same)]);
    expect(sent.map((one) => one?.outcome).sort()).toEqual(['accepted', 'repeated']);
    expect(new Set(sent.map((one) => `${one?.reference} ${one?.status_link}`)).size).toBe(1);
    expect(await rowsFrom(same.p_contact_email)).toHaveLength(1);
  });

  it('six different calls from one address let five in', async () => {
    const p_contact_email = newAddress();
    const calls = Array.from({ length: 6 }, () => () => send({ p_contact_email }));
    const sent = await atOnce(db.pool, lockOfAddress(p_contact_email), calls);
    expect(sent.map((one) => one?.outcome).sort()).toEqual([...Array(5).fill('accepted'), 'too_many']);
    expect(await rowsFrom(p_contact_email)).toHaveLength(5);
  });
});
