// promise-figures: the figures of the promise as open data, for people's spreadsheets and for the site's own build.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PromiseFigure, promiseFigures } from '#domain/open-data/promise-figures.ts';
import { catalogue } from '#lib/catalogue.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { asReplica } from '../support/sql-time.ts';

const [service] = catalogue.services;
const { id = '', theme = '' } = service ?? {};

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
  for (let n = 0; n < 6; n += 1) await portal.sendNeed({ services: [id] });
  // Four were answered after an hour and a half, two never.
  await asReplica(portal.db.pool, (client) =>
    client.query(
      `update app.needs set received_at = now() - interval '5 days', due_at = now() - interval '3 days',
         first_response_at = case when place <= 4 then now() - interval '5 days' + interval '90 minutes' end,
         promise_kept = case when place <= 4 then true end
       from (select id as of, row_number() over () as place from app.needs) places where of = id`,
    ),
  );
});
afterAll(() => portal.close());

const EXPECTED = { needs: 6, kept: 4, share_kept: 0.667, median_hours: 1.5, p90_hours: null };

it('tells shares, medians and numbers, under the licence of the other files', async () => {
  const response = await portal.get('/data/promise.json');
  const body = await response.json();
  expect(body).toMatchObject({ licence: 'CC BY 4.0', source: 'https://tarjotin.example' });
  const { figures, working_days, reckoned_at } = promiseFigures.parse(body);
  expect(working_days).toBe(catalogue.promise.days);
  expect(Math.abs(Date.now() - Date.parse(reckoned_at))).toBeLessThan(60_000);
  const of = (group: PromiseFigure['group']) => figures.filter((figure) => figure.group === group);
  expect(of('period').map(({ key, ...rest }) => [key, rest])).toEqual(
    ['30', '365', '90'].map((key) => [key, { group: 'period', ...EXPECTED }]),
  );
  expect(of('service')).toEqual([{ group: 'service', key: id, ...EXPECTED }]);
  expect(of('theme')).toEqual([{ group: 'theme', key: theme, ...EXPECTED }]);
});

it('gives the same as rows for a spreadsheet', async () => {
  const response = await portal.get('/data/promise.csv');
  // As bytes: reading it as text would take the mark off.
  const [head = '', ...rows] = Buffer.from(await response.arrayBuffer())
    .toString()
    .split('\r\n');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(head).toBe('\uFEFFreckoned_at;group;key;needs;kept;share_kept;median_hours;p90_hours');
  expect(rows.find((row) => row.includes(';service;'))).toMatch(new RegExp(`;service;${id};6;4;0,667;1,5;$`));
});

it('leaves out a service that the map no longer holds', async () => {
  await asReplica(portal.db.pool, (client) => client.query(`update app.needs set services = array['gone']`));
  const { figures } = promiseFigures.parse(await (await portal.get('/data/promise.json')).json());
  expect(figures.filter(({ group }) => group === 'service' || group === 'theme')).toEqual([]);
});

it('may be kept by caches for a quarter of an hour, and read from any page', async () => {
  const { headers } = await portal.get('/data/promise.json');
  expect(headers.get('netlify-cdn-cache-control')).toContain('s-maxage=900');
  expect(headers.get('access-control-allow-origin')).toBe('*');
});

it('holds nothing of a person or a company', async () => {
  const text = await (await portal.get('/data/promise.csv')).text();
  expect(text).not.toMatch(/@|Oy|\d{7}-\d/);
});
