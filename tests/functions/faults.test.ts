// A fault of ours: the person keeps what was written and is told whose fault it is; a program gets a problem; nobody gets a stack.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { goodNeed, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { langOf, mainOf, textOf, titleOf, valuesOf } from '../support/read-page.ts';

let portal: Portal;
let key: string | undefined;
beforeAll(async () => {
  portal = await startPortal();
  key = process.env.SUPABASE_SECRET_KEY;
});
beforeEach(() => {
  process.env.SUPABASE_SECRET_KEY = 'sb_secret_that_was_rotated';
});
afterEach(() => {
  process.env.SUPABASE_SECRET_KEY = key;
});
afterAll(() => portal.close());

it('send-need gives the form back with everything in it, in its language, with a number to call', async () => {
  const fields = needForm({ language: 'sv' });
  const response = await portal.postForm('/api/needs', fields);
  const html = await response.text();
  expect([response.status, langOf(html)]).toEqual([500, 'sv']);
  expect(titleOf(html)).toMatch(/^Fel: /);
  expect(valuesOf(html)).toMatchObject(Object.fromEntries(fields));
  expect(textOf(mainOf(html))).toContain('+358 40 000 0100');
});

it.each(['/api/needs', '/api/links', `/l/${'A'.repeat(43)}`])(
  'a program that posts JSON to %s gets a problem without detail of it',
  async (path) => {
    const response = await portal.postJson(path, { ...goodNeed(), email: 'a@b.example' });
    expect([response.status, response.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status: 500, code: 'fault' });
    expect(Object.keys(problem).sort()).toEqual(['code', 'detail', 'status', 'title', 'type']);
  },
);

it('a link, health and the request for a link say that it is our fault', async () => {
  expect((await portal.get(`/l/${'A'.repeat(43)}`)).status).toBe(500);
  expect((await portal.get('/api/health')).status).toBe(500);
  const asked = await portal.postForm('/api/links', { email: 'kirsi@paja.example', language: 'en' });
  const html = await asked.text();
  expect([asked.status, langOf(html), valuesOf(html).email]).toEqual([500, 'en', 'kirsi@paja.example']);
});

it.each(['SITE_URL', 'LINK_SECRET', 'RESEND_API_KEY', 'COORDINATOR_EMAILS'])(
  'without %s in the environment it is a fault, and the name alone is told to the log',
  async (name) => {
    const value = process.env[name];
    delete process.env[name];
    const response = await portal.postForm('/api/needs', needForm());
    process.env[name] = value;
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(name);
  },
);
