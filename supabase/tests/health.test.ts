// health and retry_letter: what a monitor is told of the outbox, and what an operator can do about it.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { claim, emptyOutbox } from '../../tests/support/sql-letters.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** The one letter that waits. */
let id = '';
beforeEach(async () => {
  await emptyOutbox(db.pool);
  await newNeed(db.pool, { p_coordinators: [] });
  id = (await claim(db.pool))[0]?.id as string;
});

const fail = (p_for_good: boolean, p_retry_after_seconds = 0) =>
  call(db.pool, 'letter_failed', { p_id: id, p_error: 'no answer', p_for_good, p_retry_after_seconds });
const health = async () => (await call(db.pool, 'health', {}))[0];

it('counts what waits and for how long the oldest that is due has waited', async () => {
  expect(await health()).toMatchObject({ pending: 1, stuck: 0 });
  await letPass(db.pool, '90 seconds');
  await newNeed(db.pool);
  const { pending, oldest_seconds = 0 } = (await health()) ?? {};
  expect(pending).toBe(4);
  expect(oldest_seconds).toBeGreaterThanOrEqual(90);
  expect(oldest_seconds).toBeLessThan(100);
});

it('counts what is stuck apart, and not as waiting', async () => {
  await letPass(db.pool, '90 seconds');
  await fail(true);
  expect(await health()).toEqual({ pending: 0, stuck: 1, oldest_seconds: 0 });
});

it('does not call a letter late that is for later', async () => {
  await db.pool.query(
    `update app.outbox set due_from = now() + interval '3 hours', send_after = now() + interval '3 hours'`,
  );
  expect(await health()).toEqual({ pending: 1, stuck: 0, oldest_seconds: 0 });
});

it('goes on counting how late a letter is while failed tries push it back', async () => {
  await letPass(db.pool, '6 hours');
  await fail(false, 600);
  expect((await health())?.oldest_seconds).toBeGreaterThanOrEqual(6 * 3600);
});

it('has nothing to say when all have gone', async () => {
  await call(db.pool, 'letter_sent', { p_id: id, p_provider_id: 'resend-1' });
  expect(await health()).toEqual({ pending: 0, stuck: 0, oldest_seconds: 0 });
});

it('the operator puts a stuck letter back, with all its tries', async () => {
  await fail(true);
  expect(await call(db.pool, 'retry_letter', { p_id: id })).toBe(true);
  expect(await claim(db.pool)).toMatchObject([{ id, attempts: 1 }]);
});

it('the operator cannot put back what is not stuck', async () => {
  expect(await call(db.pool, 'retry_letter', { p_id: id })).toBe(false);
  await call(db.pool, 'letter_sent', { p_id: id, p_provider_id: 'resend-1' });
  expect(await call(db.pool, 'retry_letter', { p_id: id })).toBe(false);
  expect(await claim(db.pool)).toEqual([]);
});
