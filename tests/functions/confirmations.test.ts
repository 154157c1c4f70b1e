// GET /data/confirmations.json: providers and days for the site's build, and no person.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfirmations } from '#domain/confirmations.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { CONFIRMATIONS } from '#domain/routes.ts';
import { config } from '../../functions/confirmations.ts';
import { askContact, LUOTSI, VINDSUND } from '../support/asked-contacts.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { valuesOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

it('is where the build asks', () => {
  expect('path' in config && config.path).toBe(CONFIRMATIONS);
});

it('is empty before anybody has confirmed, and then tells who did and on which day, as the build reads it', async () => {
  expect(await (await portal.get(CONFIRMATIONS)).json()).toEqual({});
  await askContact(portal, VINDSUND);
  const { confirm, email } = await askContact(portal, LUOTSI);
  await portal.postForm(confirm, valuesOf(await (await portal.get(confirm)).text()));
  const body = await (await portal.get(CONFIRMATIONS)).text();
  expect([...parseConfirmations(body)]).toEqual([[LUOTSI, helsinkiDate(new Date())]]);
  expect(body).not.toContain('@');
  expect(body).not.toContain(email.split('@')[0]);
});

it('may be kept for some minutes and read from anywhere; HEAD has no body; what is no GET is refused', async () => {
  const response = await portal.get(CONFIRMATIONS);
  expect([response.headers.get('cache-control'), response.headers.get('access-control-allow-origin')]).toEqual([
    'public, max-age=300',
    '*',
  ]);
  const head = await portal.get(CONFIRMATIONS, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await portal.postForm(CONFIRMATIONS, {})).status).toBe(405);
});

it('without the database it is a problem for a program, and kept nowhere', async () => {
  const url = process.env.SUPABASE_URL;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  const response = await portal.get(CONFIRMATIONS, { headers: { accept: 'application/json' } });
  process.env.SUPABASE_URL = url;
  expect([response.status, response.headers.get('cache-control')]).toEqual([503, 'no-store']);
  expect(await response.json()).toMatchObject({ code: 'unavailable' });
});
