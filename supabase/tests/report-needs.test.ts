// desk_report_months, desk_report_themes, desk_report_services: needs of a period, and the same numbers as on other pages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { monthAfter } from '#domain/reports/period.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn, token } from '../../tests/support/sql-desk.ts';
import { MAIJA, newNeed } from '../../tests/support/sql-needs.ts';
import { asReplica } from '../../tests/support/sql-time.ts';

let db: TestDatabase;
let maija: Claims;
const THIS = helsinkiDate(new Date()).slice(0, 7);
const [LAST, BEFORE] = [monthAfter(THIS, -1), monthAfter(THIS, -2)];
const THEMES = { hitsauskoulutus: 'osaaminen', starttiraha: 'alku' };

interface Past {
  /** When it came in, was due, was answered and ended, on Helsinki's clock. */
  received: string;
  due: string;
  answered?: string;
  ended?: string;
  state?: string;
  outcome?: string;
  services?: string[];
}
async function past({ received, due, answered, ended, state = 'claimed', outcome, services }: Past) {
  const { id } = await newNeed(db.pool, services ? { p_services: services } : {});
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs n set received_at = t.received, due_at = t.due, first_response_at = t.answered,
         promise_kept = t.answered <= t.due, closed_at = t.ended, state = $6::api.need_state, outcome = $7::api.need_outcome,
         referred_to = case when $6 = 'referred' then 'Toinen' end, referred_contact = case when $6 = 'referred' then '09 1' end
       from (select $2::timestamp at time zone 'Europe/Helsinki' as received, $3::timestamp at time zone 'Europe/Helsinki' as due,
         $4::timestamp at time zone 'Europe/Helsinki' as answered, $5::timestamp at time zone 'Europe/Helsinki' as ended) t
       where n.id = $1`,
      [id, received, due, answered ?? null, ended ?? null, state, outcome ?? null],
    ),
  );
  return id;
}
const months = async (from: string, to: string, services: string[] | null = null) =>
  call(db.pool, 'desk_report_months', { p_from: `${from}-01`, p_to: `${to}-01`, p_services: services }, maija);

beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
  // Came in on the last minute of one month, was due and ended in the next.
  await past({
    received: `${BEFORE}-28 23:59`,
    due: `${LAST}-02 23:59`,
    answered: `${LAST}-01 00:00`,
    ended: `${LAST}-05 12:00`,
    state: 'closed',
    outcome: 'helped',
  });
  for (const hour of ['08', '09', '10'])
    await past({ received: `${LAST}-03 ${hour}:00`, due: `${LAST}-05 23:59`, answered: `${LAST}-04 08:00` });
  await past({ received: `${LAST}-10 08:00`, due: `${LAST}-12 23:59`, services: ['starttiraha', 'hitsauskoulutus'] });
  await past({
    received: `${LAST}-11 08:00`,
    due: `${LAST}-13 23:59`,
    ended: `${LAST}-12 08:00`,
    state: 'withdrawn',
    services: [],
  });
  const joined = await past({ received: `${LAST}-12 08:00`, due: `${LAST}-14 23:59` });
  await asReplica(db.pool, (client) =>
    client.query(
      `update app.needs set state = 'joined', closed_at = received_at, joined_at = received_at, state_before_joining = 'received',
         joined_to = (select id from app.needs where id <> $1 limit 1) where id = $1`,
      [joined],
    ),
  );
});
afterAll(() => db.close());

it('counts what happened in each month of Helsinki, and months without anything', async () => {
  const rows = await months(monthAfter(BEFORE, -1), THIS);
  expect(rows.map(({ month }) => month.slice(0, 7))).toEqual([monthAfter(BEFORE, -1), BEFORE, LAST]);
  const [empty, before, last] = rows.map(({ month: _, ...counts }) => counts);
  expect(Object.values(empty ?? {}).every((count) => count === 0)).toBe(true);
  expect(before).toMatchObject({ received: 1, answered: 1, due: 0, helped: 0 });
  // Silence is a broken promise, a need withdrawn in time is none, and two that were joined are one.
  expect(last).toMatchObject({ received: 5, answered: 3, due: 5, kept: 4, helped: 1, withdrawn: 1 });
});

it('of chosen services, a need counts once, however many of them it chose', async () => {
  const [row] = await months(LAST, THIS, ['hitsauskoulutus', 'starttiraha']);
  expect(row).toMatchObject({ received: 4, due: 5 });
  expect((await months(LAST, THIS, ['starttiraha']))[0]).toMatchObject({ received: 1, due: 1, kept: 0 });
  expect((await months(LAST, THIS, []))[0]).toMatchObject({ received: 0, due: 0 });
});

it('a month has the same promise here as on the promise page', async () => {
  const published = (await call(db.pool, 'promise_figures', { p_themes: THEMES })).find(
    ({ grouped_by, key }) => grouped_by === 'month' && key === LAST,
  );
  const [row] = await months(LAST, THIS);
  expect([row?.due, row?.kept]).toEqual([published?.needs, published?.kept]);
});

it('themes and services are those of what came in, as on the page of figures', async () => {
  const within = { p_from: `${LAST}-01`, p_to: `${THIS}-01`, p_services: null };
  const themes = await call(db.pool, 'desk_report_themes', { p_themes: THEMES, ...within }, maija);
  expect(Object.fromEntries(themes.map(({ theme, kind, needs }) => [theme ?? kind, needs]))).toEqual({
    osaaminen: 4,
    alku: 1,
    no_service: 1,
  });
  const services = await call(db.pool, 'desk_report_services', within, maija);
  expect(Object.fromEntries(services.map(({ service, needs }) => [service, needs]))).toEqual({
    hitsauskoulutus: 4,
    starttiraha: 1,
  });
  const since = `${LAST}-01T00:00:00+02:00`;
  const figures = await call(db.pool, 'desk_themes', { p_themes: THEMES, p_since: since }, maija);
  expect(figures.map(({ theme, needs }) => [theme, needs])).toEqual(themes.map(({ theme, needs }) => [theme, needs]));
});

it('nobody without a living session at the desk is told anything', async () => {
  const rows = await call(
    db.pool,
    'desk_report_months',
    { p_from: `${LAST}-01`, p_to: `${THIS}-01`, p_services: null },
    token(MAIJA),
  );
  expect(rows).toEqual([]);
});
