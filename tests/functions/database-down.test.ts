// The database down: the person is told, with everything kept and a number to call; programs and monitors are told in their way.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SupabaseStandIn, serveSupabase } from '../../supabase/local/serve-supabase.ts';
import { goodNeed, needForm } from '../support/good-need.ts';
import { type Portal, SITE, startPortal } from '../support/portal.ts';
import { formsOf, langOf, mainOf, textOf, titleOf, valuesOf } from '../support/read-page.ts';

const PHONE = '+358 40 000 0100';
const TOKEN = 'A'.repeat(43);

let portal: Portal;
let up: string;
let orphan: SupabaseStandIn;
beforeAll(async () => {
  portal = await startPortal();
  up = portal.db.supabaseUrl;
  const { publishableKey, secretKey, jwtSecret } = portal.db;
  const databaseUrl = 'postgres://postgres:postgres@127.0.0.1:9/postgres';
  const sendMail = async () => {};
  const { storageDir } = portal.db;
  orphan = await serveSupabase({
    publishableKey,
    secretKey,
    jwtSecret,
    databaseUrl,
    siteUrl: SITE,
    storageDir,
    sendMail,
  });
});
afterAll(async () => {
  await Promise.all([portal.close(), orphan.close()]);
});

/** Nobody listens: the machine is gone. */
const noGateway = () => {
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
};
/** The data API listens, and its Postgres is gone. */
const noPostgres = () => {
  process.env.SUPABASE_URL = orphan.url;
};
const mend = () => {
  process.env.SUPABASE_URL = up;
};

describe.each([
  ['the data API', noGateway],
  ['Postgres behind it', noPostgres],
])('without %s', (_what, stop) => {
  beforeEach(stop);
  afterEach(mend);

  it.each(['fi', 'sv', 'en'])(
    'send-need answers a person in %s 503 with the form, everything in it, and a number to call',
    async (language) => {
      const fields = needForm({ language });
      const response = await portal.postForm('/api/needs', fields);
      const html = await response.text();
      expect([response.status, response.headers.get('retry-after'), langOf(html)]).toEqual([503, '60', language]);
      expect(titleOf(html)).toMatch(/^(Virhe|Fel|Error): /);
      expect(valuesOf(html)).toMatchObject(Object.fromEntries(fields));
      expect(textOf(mainOf(html))).toContain(PHONE);
      expect(html).toContain('href="tel:+358400000100"');
    },
  );

  it('the form that came back is taken once the database is back', async () => {
    const html = await (await portal.postForm('/api/needs', needForm())).text();
    mend();
    const form = formsOf(html)[0];
    const send = form?.buttons.find(({ attributes }) => attributes.formaction)?.attributes.formaction ?? '';
    expect((await portal.postForm(send, form?.fields ?? [])).status).toBe(303);
  });

  it('send-need answers a program 503 as a problem', async () => {
    const response = await portal.postJson('/api/needs', goodNeed());
    expect([response.status, response.headers.get('retry-after'), response.headers.get('content-type')]).toEqual([
      503,
      '60',
      'application/problem+json',
    ]);
    expect(await response.json()).toMatchObject({
      status: 503,
      code: 'unavailable',
      detail: expect.stringMatching(/\+358/),
    });
  });

  it('a wrong form is still told what is wrong, and the form still opens and steps', async () => {
    expect((await portal.postForm('/api/needs', needForm({ contact_email: 'x' }))).status).toBe(422);
    expect((await portal.get('/tarve')).status).toBe(200);
    expect((await portal.postForm('/tarve', [...needForm(), ['step', 'contact'], ['go', 'next']])).status).toBe(200);
  });

  it('a link says that the portal is down, and not that the link is dead', async () => {
    for (const response of [
      await portal.get(`/l/${TOKEN}`),
      await portal.postForm(`/l/${TOKEN}`, { answer: 'Hei' }),
      await portal.get(`/l/${TOKEN}`, { method: 'HEAD' }),
    ]) {
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    }
    expect(textOf(mainOf(await (await portal.get(`/l/${TOKEN}`)).text()))).toContain(PHONE);
  });

  it('who asks for a new link is told, with the address kept', async () => {
    const response = await portal.postForm('/api/links', { email: 'kirsi@paja.example', language: 'sv' });
    const html = await response.text();
    expect([response.status, langOf(html), valuesOf(html).email]).toEqual([503, 'sv', 'kirsi@paja.example']);
  });

  it('health says down, with 503', async () => {
    const response = await portal.get('/api/health');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await response.json()).toEqual({
      status: 'down',
      version: expect.any(String),
      database: 'down',
      outbox: null,
    });
  });

  it('a receipt and a honeypot need no database', async () => {
    const caught = await portal.postForm('/api/needs', needForm({ website: 'x' }));
    expect((await portal.get(caught.headers.get('location') ?? '')).status).toBe(200);
  });
});
