// app.is_letter_time: letters that nobody waits for go from 8 to 16 in Helsinki, in summer and winter.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

it.each([
  ['2026-12-01T05:59:59Z', false],
  ['2026-12-01T06:00:00Z', true],
  ['2026-12-01T13:59:59Z', true],
  ['2026-12-01T14:00:00Z', false],
  ['2026-07-01T05:00:00Z', true],
  ['2026-07-01T13:00:00Z', false],
  // The Mondays after the clocks have changed.
  ['2026-03-30T05:00:00Z', true],
  ['2026-10-26T05:59:59Z', false],
])('%s: %s', async (moment, is) => {
  const { rows } = await db.pool.query('select app.is_letter_time($1) as is', [moment]);
  expect(rows[0].is).toBe(is);
});
