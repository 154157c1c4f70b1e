// The honeypot: a robot that fills the hidden field gets what anybody gets, and nothing of it is stored or sent.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodNeed, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { mainOf } from '../support/read-page.ts';
import { wholeDatabase } from '../support/whole-database.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const BAIT = 'http://spam.example';
const headersOf = (response: Response) =>
  [...response.headers].map(([name, value]) => [name, name === 'location' ? '' : value]);

it('stores nothing and sends nothing, as a form and as JSON', async () => {
  const before = await wholeDatabase(portal.db.pool);
  expect((await portal.postForm('/api/needs', needForm({ website: BAIT }))).status).toBe(303);
  expect((await portal.postJson('/api/needs', goodNeed({ website: BAIT }))).status).toBe(201);
  await portal.settled();
  expect(await wholeDatabase(portal.db.pool)).toEqual(before);
  expect(portal.letters()).toEqual([]);
});

it.each([
  [
    'given twice',
    [
      ['website', ''],
      ['website', BAIT],
    ] as [string, string][],
  ],
  [
    'given first and last',
    [
      ['website', BAIT],
      ['website', ''],
    ] as [string, string][],
  ],
])('is a trap also when it is %s', async (_how, extra) => {
  const fields = needForm().filter(([name]) => name !== 'website');
  const email = fields.find(([name]) => name === 'contact_email')?.[1];
  expect((await portal.postForm('/api/needs', [...fields, ...extra])).status).toBe(303);
  expect(await portal.rows('select from app.needs where contact_email = $1', [email])).toEqual([]);
});

it('is answered in JSON with the same shape, status and headers', async () => {
  const caught = await portal.postJson('/api/needs', goodNeed({ website: BAIT }));
  const taken = await portal.postJson('/api/needs', goodNeed());
  expect(headersOf(caught)).toEqual(headersOf(taken));
  const [one, other] = [await caught.json(), await taken.json()] as Record<string, string>[];
  const shape = (body: Record<string, unknown> = {}) =>
    JSON.stringify(body)
      .replace(/[\w-]{43}/, 'token')
      .replace(/"\w{4}-\w{4}"/, 'reference');
  expect(shape(one)).toBe(shape(other));
});

it('leads a browser to a receipt with the same headers, the same length of address and the same page', async () => {
  const caught = await portal.postForm('/api/needs', needForm({ website: BAIT, language: 'sv' }));
  const taken = await portal.postForm('/api/needs', needForm({ language: 'sv' }));
  expect(headersOf(caught)).toEqual(headersOf(taken));
  const [one = '', other = ''] = [caught, taken].map((response) => response.headers.get('location') ?? '');
  expect(one.length).toBe(other.length);
  const page = async (path: string) =>
    mainOf(await (await portal.get(path)).text())
      .replace(/data-received="[^"]*"/, '')
      .replace(/\w{4}-\w{4}/g, 'reference')
      .replace(/[\w-]{43}/g, 'token');
  expect(await page(one)).toBe(await page(other));
});

it('its status link is dead in the same words as any unknown link', async () => {
  const response = await portal.postJson('/api/needs', goodNeed({ website: BAIT }));
  const { status_url } = (await response.json()) as { status_url: string };
  const given = await portal.get(new URL(status_url).pathname);
  const unknown = await portal.get(`/l/${'A'.repeat(43)}`);
  expect(given.status).toBe(404);
  expect(await given.text()).toBe(await unknown.text());
});

it('what browsers leave in it, nothing or spaces, is no trap', async () => {
  await portal.sendNeed({ website: ' ' });
});
