// POST /api/mail-events: only what the mail service signed is taken, once; all else changes nothing.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Portal, startPortal } from '../support/portal.ts';
import {
  delivery,
  event,
  newMail,
  post,
  receivedEvent,
  replyAddressOf,
  type Signing,
  switchMailOff,
  switchMailOn,
} from '../support/portal-mail.ts';

let portal: Portal;
let body: string;
beforeAll(async () => {
  portal = await startPortal();
});
beforeEach(async () => {
  switchMailOn();
  const { reference, email } = await portal.sendNeed();
  const mail = newMail({ from: email, to: [await replyAddressOf(portal, reference, 'reply_to_need', email)] });
  await portal.box.mailbox.receive(mail);
  body = receivedEvent(mail);
});
afterAll(async () => {
  switchMailOff();
  await portal.close();
});

const count = async (table: string): Promise<number> =>
  Number((await portal.rows<{ count: string }>(`select count(*) from app.${table}`))[0]?.count);
const everything = async () =>
  Promise.all(['received_mails', 'mail_events', 'messages', 'events', 'outbox'].map(count));
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

describe('what nobody signed with our secret', () => {
  it.each<[string, Signing]>([
    ['with another key', { key: Buffer.from('another-key') }],
    ['with no signature', { signature: '' }],
    ['with half a signature', { signature: 'v1,' }],
    ['with a signature of another version', { signature: 'v2,abc' }],
    ['with words in its place', { signature: 'let me in' }],
    ['six minutes old', { at: minutes(-6) }],
    ['six minutes ahead', { at: minutes(6) }],
    ['with no time', { headers: { 'svix-timestamp': '' } }],
    ['with no id', { headers: { 'svix-id': '' } }],
    ['with another id than was signed', { headers: { 'svix-id': 'msg_another' } }],
  ])('%s is refused with a code, and nothing is stored', async (_, how) => {
    const before = await everything();
    const answer = await post(portal, body, how);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'wrong_signature' });
    await portal.settled();
    expect(await everything()).toEqual(before);
  });

  it('a body that was changed on its way is refused', async () => {
    const id = `msg_${randomUUID()}`;
    const { headers } = await post(portal, body, { id, signature: 'v1,abc' });
    expect(headers.get('cache-control')).toBe('no-store');
    const spoilt = body.replace('kirsi', 'kissa');
    const signature = await signatureOf(body, id);
    expect((await post(portal, spoilt, { id, signature })).status).toBe(401);
    expect((await post(portal, body, { id, signature })).status).toBe(200);
  });

  it('one good signature among several is enough, as when a secret is changed', async () => {
    const id = `msg_${randomUUID()}`;
    expect((await post(portal, body, { id, signature: `v1,b2xk ${await signatureOf(body, id)}` })).status).toBe(200);
  });
});

/** What `post` signs, taken from its own request. */
async function signatureOf(text: string, id: string): Promise<string> {
  let seen = '';
  const spy = {
    request: async (_: string, init: RequestInit) => (seen = new Headers(init.headers).get('svix-signature') ?? ''),
  };
  await post(spy as unknown as Portal, text, { id });
  return seen;
}

it('a mail that is told three times, in two deliveries at once and again later, is taken in once', async () => {
  const before = await count('messages');
  const id = `msg_${randomUUID()}`;
  const answers = await Promise.all([post(portal, body, { id }), post(portal, body, { id })]);
  await portal.settled();
  const again = await post(portal, body);
  await portal.settled();
  expect([...answers, again].map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await again.json()).toEqual({ outcome: 'already_received' });
  expect(await count('messages')).toBe(before + 1);
});

it('comes from no page of ours and needs no origin; pages elsewhere gain nothing by that', async () => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  expect((await post(portal, body, { headers })).status).toBe(200);
  const form = await portal.postForm('/api/needs', { description: 'x' }, { headers });
  expect(form.status).toBe(403);
});

it('without its secret the endpoint says that it is off, and the mail service keeps what it has to tell', async () => {
  switchMailOff();
  const answer = await post(portal, body);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ code: 'mail_not_set_up' });
});

it('a body beyond any mail’s is refused before anything looks at it', async () => {
  const answer = await post(portal, JSON.stringify({ type: 'email.received', filler: 'x'.repeat(300_000) }));
  expect(answer.status).toBe(413);
});

it.each(['GET', 'PUT', 'DELETE'])('%s is not for it', async (method) => {
  const answer = await portal.request('/api/mail-events', { method });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

it.each([
  ['a letter that is only late', delivery('delivery_delayed', randomUUID())],
  ['an opened letter', event('email.opened', { email_id: randomUUID() })],
  ['a new contact', event('contact.created', { id: randomUUID() })],
  ['something of next year', event('email.teleported', { email_id: randomUUID() })],
])('%s is nothing to us, and no reason to tell it again', async (_, told) => {
  const before = await everything();
  const answer = await post(portal, told);
  expect([answer.status, await answer.json()]).toEqual([200, { outcome: 'ignored' }]);
  expect(await everything()).toEqual(before);
});

it('what is signed but of no shape that we know is our fault: told again until we know it', async () => {
  expect((await post(portal, event('email.bounced', { id: 1 }))).status).toBe(500);
  expect((await post(portal, event('email.received', { email_id: 'x', from: 7 }))).status).toBe(500);
});

it('when the database is away the mail service is asked to tell again, and then nothing is lost', async () => {
  const { SUPABASE_URL } = process.env;
  process.env.SUPABASE_URL = 'http://127.0.0.1:9';
  const answer = await post(portal, body);
  process.env.SUPABASE_URL = SUPABASE_URL;
  expect(answer.status).toBe(503);
  expect(await (await post(portal, body)).json()).toEqual({ outcome: 'received' });
});

it.each([
  ['an address of another domain', (address: string) => address.replace('vastaus.', 'muu.')],
  [
    'an address with a letter changed',
    (address: string) =>
      address.replace(/^reply\+./, (start) => start.slice(0, -1) + (start.endsWith('a') ? 'b' : 'a')),
  ],
  [
    'an address with its seal changed',
    (address: string) => address.replace(/.@/, (end) => (end[0] === 'a' ? 'e@' : 'a@')),
  ],
  ['an address of no letter', () => 'info@vastaus.tarjotin.example'],
])('mail to %s is nobody’s: nothing is kept of it', async (_, change) => {
  const before = await everything();
  const { data } = JSON.parse(body);
  const answer = await post(portal, event('email.received', { ...data, to: [change(data.to[0])], received_for: [] }));
  expect([answer.status, await answer.json()]).toEqual([200, { outcome: 'no_address' }]);
  expect(await everything()).toEqual(before);
});
