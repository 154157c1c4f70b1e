// letter_sent and letter_failed: what becomes of a letter, told once and truly.
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { claim, emptyOutbox, outboxRow } from '../../tests/support/sql-letters.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

let id = '';
beforeEach(async () => {
  await emptyOutbox(db.pool);
  await newNeed(db.pool, { p_coordinators: [] });
  id = (await claim(db.pool))[0]?.id as string;
});

const sent = (provider = 'resend-1') => call(db.pool, 'letter_sent', { p_id: id, p_provider_id: provider });
const failed = (forGood = false, after: number | null = null) =>
  call(db.pool, 'letter_failed', {
    p_id: id,
    p_error: 'no answer',
    p_for_good: forGood,
    ...(after !== null && { p_retry_after_seconds: after }),
  });
/** Fails it, and comes back with for how many seconds it then waits: in one transaction, so that both see one clock. */
async function waitAfterFailing(after: number | null): Promise<number> {
  const results = (await db.pool.query(
    `select api.letter_failed('${id}', 'no answer', false, ${after});
     select extract(epoch from send_after - now())::integer as wait from app.outbox where id = '${id}'`,
  )) as unknown as pg.QueryResult<{ wait: number }>[];
  return results.at(-1)?.rows[0]?.wait as number;
}

describe('a letter that went out', () => {
  it('is marked with what the mail service called it, and never claimed again', async () => {
    await sent();
    expect(await outboxRow(db.pool, id)).toMatchObject({
      sent_at: expect.any(Date),
      provider_id: 'resend-1',
      leased_until: null,
    });
    await letPass(db.pool, '1 day');
    expect(await claim(db.pool)).toEqual([]);
  });

  it('is marked once', async () => {
    await sent();
    const { sent_at } = await outboxRow(db.pool, id);
    await sent('resend-2');
    expect(await outboxRow(db.pool, id)).toMatchObject({ sent_at, provider_id: 'resend-1' });
  });

  it('does not fail afterwards, whatever a slower try says', async () => {
    await sent();
    await failed(true);
    expect(await outboxRow(db.pool, id)).toMatchObject({ stuck_at: null, last_error: null });
  });

  it.each(['dropped_at', 'stuck_at'])('has gone, though it was given up meanwhile (%s)', async (column) => {
    await db.pool.query(`update app.outbox set ${column} = now() where id = $1`, [id]);
    await sent();
    expect(await outboxRow(db.pool, id)).toMatchObject({ sent_at: expect.any(Date), dropped_at: null, stuck_at: null });
  });
});

describe('a letter that failed', () => {
  it('is tried again, each time after a longer wait, of ten minutes at most', async () => {
    const waits = [];
    for (let attempts = 1; attempts <= 12; attempts += 1) {
      await db.pool.query('update app.outbox set attempts = $2 where id = $1', [id, attempts]);
      waits.push(await waitAfterFailing(null));
    }
    expect(waits).toEqual([3, 7, 20, 55, 148, 403, 600, 600, 600, 600, 600, 600]);
    expect(await claim(db.pool)).toEqual([]);
    await letPass(db.pool, '1 hour 1 second');
    expect(await claim(db.pool)).toMatchObject([{ id, attempts: 13 }]);
  });

  it('waits for as long as the mail service asks, if that is longer and no more than ten minutes', async () => {
    const waits = [];
    for (const after of [1, 120, 86_400]) waits.push(await waitAfterFailing(after));
    expect(waits).toEqual([3, 120, 600]);
  });

  it('through an outage that says "in a second" is still waiting after half a day', async () => {
    for (let hours = 0; hours < 12; hours += 1) {
      await failed(false, 1);
      await letPass(db.pool, '1 hour');
      await claim(db.pool);
    }
    expect((await outboxRow(db.pool, id)).stuck_at).toBeNull();
  });

  it('after 80 tries is stuck, and told to the operator', async () => {
    await db.pool.query('update app.outbox set attempts = 79 where id = $1', [id]);
    await failed();
    expect((await outboxRow(db.pool, id)).stuck_at).toBeNull();
    await letPass(db.pool, '2 hours');
    await claim(db.pool);
    await failed();
    expect((await outboxRow(db.pool, id)).stuck_at).toEqual(expect.any(Date));
    const stuck = await call(db.pool, 'stuck_letters', {});
    expect(stuck.find((row) => row.id === id)).toMatchObject({
      letter: 'receipt',
      attempts: 80,
      last_error: 'no answer',
      to_email: expect.stringContaining('@firma.example'),
    });
  });

  it('after 80 tries of which nobody said what became of them is stuck too', async () => {
    await db.pool.query('update app.outbox set attempts = 80 where id = $1', [id]);
    await letPass(db.pool, '1 minute');
    expect(await claim(db.pool)).toEqual([]);
    expect((await outboxRow(db.pool, id)).stuck_at).toEqual(expect.any(Date));
  });

  it('because it was refused is stuck at once, and a slower try does not free it', async () => {
    await failed(true);
    const { stuck_at } = await outboxRow(db.pool, id);
    expect(stuck_at).toEqual(expect.any(Date));
    await failed();
    expect((await outboxRow(db.pool, id)).stuck_at).toEqual(stuck_at);
    await letPass(db.pool, '1 day');
    expect(await claim(db.pool)).toEqual([]);
  });

  it('keeps 500 characters of what was said', async () => {
    await call(db.pool, 'letter_failed', { p_id: id, p_error: '😀'.repeat(600), p_for_good: false });
    expect([...((await outboxRow(db.pool, id)).last_error ?? '')]).toHaveLength(500);
  });
});
