// promise_figures: what is published of the promise; silence counts as broken, small groups are left out.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(() => asReplica(db.pool, (client) => client.query('delete from app.needs')));
afterAll(() => db.close());

/** A need that was due so long ago, answered so many hours after it came in, or never. */
async function past(due: string, answered: number | null, changes: { services?: string[]; state?: string } = {}) {
  const { id } = await newNeed(db.pool, { p_services: changes.services ?? [] });
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set due_at = now() - $2::interval, received_at = now() - $2::interval - interval '48 hours',
         first_response_at = now() - $2::interval - interval '48 hours' + make_interval(hours => $3),
         promise_kept = case when $3::int is null then null else $3::int <= 48 end,
         state = coalesce($4::api.need_state, state), closed_at = case when $4 is null then null else now() - $2::interval end
       where id = $1`,
      [id, due, answered, changes.state ?? null],
    ),
  );
}
const many = async (count: number, ...rest: Parameters<typeof past>) => {
  for (let n = 0; n < count; n += 1) await past(...rest);
};
const figures = async (grouping: string, themes: Record<string, string> = {}) =>
  (await call(db.pool, 'promise_figures', { p_themes: themes }))
    .filter(({ grouped_by }) => grouped_by === grouping)
    .map(({ key, needs, kept, median_minutes, p90_minutes }) => ({ key, needs, kept, median_minutes, p90_minutes }));
const period = async (days: string) => (await figures('period')).find(({ key }) => key === days);
const NOTHING = { needs: null, kept: null, median_minutes: null, p90_minutes: null };

it('with nothing on record, every period is there without a figure, and the moment of reckoning is told', async () => {
  const rows = await call(db.pool, 'promise_figures', { p_themes: {} });
  expect(rows.map(({ key }) => key).sort()).toEqual(['30', '365', '90']);
  expect(await period('30')).toEqual({ key: '30', ...NOTHING });
  expect(rows.every(({ reckoned_at }) => Date.now() - new Date(reckoned_at).getTime() < 60_000)).toBe(true);
});

it('counts kept ones, the median and what nine out of ten waited at most', async () => {
  for (const hours of [1, 2, 3, 4, 5, 6, 7, 8, 40, 60]) await past('3 days', hours);
  expect(await period('30')).toEqual({ key: '30', needs: 10, kept: 9, median_minutes: 300, p90_minutes: 2400 });
});

it('silence is a broken promise, and never leaves a median to those who were answered', async () => {
  await many(2, '3 days', 1);
  await many(3, '3 days', null);
  expect(await period('30')).toEqual({ key: '30', needs: 5, kept: 2, median_minutes: null, p90_minutes: null });
});

it('does not count what is not yet due, not even when it was answered at once', async () => {
  await many(5, '3 days', 1);
  await many(5, '-3 hours', 1);
  expect((await period('30'))?.needs).toBe(5);
});

it('does not count what the company took back in time, and counts as broken what it took back too late', async () => {
  await many(5, '3 days', 1);
  await many(2, '3 days', null, { state: 'withdrawn' });
  expect((await period('30'))?.needs).toBe(5);
  await asReplica(db.pool, (client) =>
    client.query(`update app.needs set promise_kept = false where state = 'withdrawn'`),
  );
  expect(await period('30')).toMatchObject({ needs: 7, kept: 5 });
});

it('four needs are no figure, five are', async () => {
  await many(4, '3 days', 1, { services: ['hitsaus'] });
  expect(await period('30')).toEqual({ key: '30', ...NOTHING });
  expect(await figures('service')).toEqual([]);
  expect(await figures('month')).toEqual([]);
  await past('3 days', 1, { services: ['hitsaus'] });
  expect((await period('30'))?.needs).toBe(5);
  expect((await figures('service'))[0]).toMatchObject({ key: 'hitsaus', needs: 5, kept: 5 });
});

it('looks back 30, 90 and 365 days by the day on which the promise was due', async () => {
  await many(5, '29 days', 1);
  await many(5, '31 days', 1);
  await many(5, '91 days', 1);
  await many(5, '366 days', 1);
  expect([(await period('30'))?.needs, (await period('90'))?.needs, (await period('365'))?.needs]).toEqual([5, 10, 15]);
});

it('a need with two services counts once for each, once for their theme, and once in all', async () => {
  await many(5, '3 days', 1, { services: ['hitsaus', 'trukki', 'hitsaus'] });
  const themes = { hitsaus: 'osaaminen', trukki: 'osaaminen' };
  expect((await figures('service', themes)).map(({ key, needs }) => [key, needs])).toEqual([
    ['hitsaus', 5],
    ['trukki', 5],
  ]);
  expect((await figures('theme', themes)).map(({ key, needs }) => [key, needs])).toEqual([['osaaminen', 5]]);
  expect((await period('30'))?.needs).toBe(5);
});

it('a month is one of Helsinki: what was due at its last midnight there is in it', async () => {
  await many(5, '3 days', 1);
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set received_at = m.at - interval '2 days', first_response_at = m.at - interval '1 day', due_at = m.at
       from (select (date_trunc('month', now() at time zone 'Europe/Helsinki') - interval '1 second') at time zone 'Europe/Helsinki' as at) m`,
    ),
  );
  const { rows } = await db.pool.query<{ month: string }>(
    `select to_char(date_trunc('month', now() at time zone 'Europe/Helsinki') - interval '1 day', 'YYYY-MM') as month`,
  );
  expect((await figures('month')).map(({ key, needs }) => [key, needs])).toEqual([[rows[0]?.month, 5]]);
});
