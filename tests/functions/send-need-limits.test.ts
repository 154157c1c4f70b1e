// send-need's two limits: five needs from one address in an hour, and so many posts from one IP address in a minute.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { backDate } from '../support/back-date.ts';
import { goodNeed, type NeedFields, needForm } from '../support/good-need.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { formsOf, mainOf, textOf, titleOf, valuesOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterEach(() => {
  process.env.IP_LIMIT_PER_MINUTE = '0';
});
afterAll(() => portal.close());

const PHONE = '+358 40 000 0100';
const wish = (n: number): string => `Tarve numero ${n}: kirjanpitoa.`;

async function fiveFrom(email: string): Promise<Partial<NeedFields>> {
  for (const n of [1, 2, 3, 4, 5]) await portal.sendNeed({ contact_email: email, description: wish(n) });
  return { contact_email: email, description: wish(6) };
}

it('the sixth need from one address in an hour is told to wait, with the form kept and a number to call', async () => {
  const sixth = needForm(await fiveFrom('monta@paja.example'));
  const response = await portal.postForm('/api/needs', sixth);
  const html = await response.text();
  expect(response.status).toBe(429);
  const wait = Number(response.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(3500);
  expect(wait).toBeLessThanOrEqual(3600);
  expect(titleOf(html)).toMatch(/^Virhe: /);
  expect(textOf(mainOf(html))).toContain(PHONE);
  expect(valuesOf(html)).toMatchObject(Object.fromEntries(sixth));
  expect(formsOf(html)[0]?.buttons.some(({ attributes }) => attributes.formaction === '/api/needs')).toBe(true);
  expect(await portal.rows(`select from app.needs where contact_email = 'monta@paja.example'`)).toHaveLength(5);
});

it('a program is told the same as a problem', async () => {
  const response = await portal.postJson('/api/needs', goodNeed(await fiveFrom('ohjelma@paja.example')));
  expect(response.status).toBe(429);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ status: 429, code: 'too_many_from_address' });
});

it('the limit is of an address: spelling it in capitals is no way round, another address is free', async () => {
  const sixth = await fiveFrom('iso@paja.example');
  const shout = await portal.postJson('/api/needs', goodNeed({ ...sixth, contact_email: 'ISO@Paja.example' }));
  expect(shout.status).toBe(429);
  expect(
    (await portal.postJson('/api/needs', goodNeed({ ...sixth, contact_email: 'pieni@paja.example' }))).status,
  ).toBe(201);
});

it('six at once from one address are five and one that waits', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4, 5, 6].map((n) =>
      portal.postJson('/api/needs', goodNeed({ contact_email: 'heti@paja.example', description: wish(n) })),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429]);
});

it('a repeat of a sent form is answered as before, however many there were', async () => {
  await fiveFrom('toisto@paja.example');
  const again = await portal.postJson(
    '/api/needs',
    goodNeed({ contact_email: 'toisto@paja.example', description: wish(5) }),
  );
  expect(again.status).toBe(201);
});

it('when an hour has passed since the first of them, the address is free again', async () => {
  const sixth = await fiveFrom('tunti@paja.example');
  await backDate(portal.db.pool, 'needs', 'contact_email = $1', ['tunti@paja.example'], '61 minutes');
  expect((await portal.postJson('/api/needs', goodNeed(sixth))).status).toBe(201);
});

it('one post too many from one IP address in a minute is told to wait, with the form kept', async () => {
  process.env.IP_LIMIT_PER_MINUTE = '3';
  const options = { ip: '198.51.100.1' };
  for (const n of [1, 2, 3])
    expect((await portal.postForm('/api/needs', needForm({ description: wish(n) }), options)).status).toBe(303);
  const fourth = needForm();
  const response = await portal.postForm('/api/needs', fourth, options);
  const html = await response.text();
  expect(response.status).toBe(429);
  const wait = Number(response.headers.get('retry-after'));
  expect([wait > 0, wait <= 60]).toEqual([true, true]);
  expect(valuesOf(html)).toMatchObject(Object.fromEntries(fourth));
  expect(textOf(mainOf(html))).toContain(PHONE);
  const json = await portal.postJson('/api/needs', goodNeed(), options);
  expect(await json.json()).toMatchObject({ status: 429, code: 'too_many_requests' });
});

it('the limit is of an IP address: another one is not held up', async () => {
  process.env.IP_LIMIT_PER_MINUTE = '1';
  const from = (ip: string) => portal.postForm('/tarve', { step: 'need' }, { ip });
  expect((await from('198.51.100.2')).status).toBe(422);
  expect((await from('198.51.100.2')).status).toBe(429);
  expect((await from('198.51.100.3')).status).toBe(422);
});

it('0 turns the limit of IP addresses off', async () => {
  for (let n = 0; n < 50; n += 1) {
    expect((await portal.postForm('/tarve', { step: 'need' }, { ip: '198.51.100.4' })).status).toBe(422);
  }
});

it('a step of the form that is held up comes back at its step, whatever stands in it', async () => {
  process.env.IP_LIMIT_PER_MINUTE = '1';
  const options = { ip: '198.51.100.5' };
  await portal.postForm('/tarve', { step: 'need' }, options);
  for (const step of ['need', 'company', 'contact', 'check', 'avaruus']) {
    const junk = { step, description: 'kesken', contact_by: 'pigeon', language: 'sv', services: 'avaruus' };
    const response = await portal.postForm('/sv/behov', junk, options);
    const html = await response.text();
    expect(response.status, step).toBe(429);
    expect(mainOf(html)).toContain(`data-step="${step === 'avaruus' ? 'check' : step}"`);
    expect(valuesOf(html)).toMatchObject({ description: 'kesken', language: 'sv' });
  }
});

it('reading is not limited', async () => {
  process.env.IP_LIMIT_PER_MINUTE = '1';
  for (const _ of [1, 2, 3]) expect((await portal.get('/tarve', { ip: '198.51.100.6' })).status).toBe(200);
});
