// The mail service down, really: nothing listens. People get their receipts at once, and letters go when it is back, once each.
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { API_KEY, type CountingMailbox, countingMailbox } from '../support/counting-mailbox.ts';
import { drainAll } from '../support/drain-all.ts';
import { needForm } from '../support/good-need.ts';
import { type ServedPortal, servePortal } from '../support/served-portal.ts';

/** What a person calls at once; the mail service's own time-out is ten seconds. */
const AT_ONCE_MS = 2000;

let mailbox: CountingMailbox;
let portal: ServedPortal;
let pool: pg.Pool;
beforeAll(async () => {
  mailbox = await countingMailbox();
  portal = await servePortal({ RESEND_BASE_URL: mailbox.url, RESEND_API_KEY: API_KEY });
  pool = new pg.Pool({ connectionString: portal.databaseUrl(), max: 2 });
  pool.on('error', () => {});
}, 60_000);
afterAll(async () => {
  // Some are missing when the portal did not start.
  await pool?.end();
  await portal?.close();
  await mailbox?.close();
});

/** As a browser sends the form; returns how long the receipt took. */
async function sendForm(email: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${portal.url}/api/needs`, {
    method: 'POST',
    body: new URLSearchParams(needForm({ contact_email: email })),
    headers: { origin: portal.url },
  });
  expect([answer.status, new URL(answer.url).pathname.startsWith('/r/')]).toEqual([200, true]);
  expect(await answer.text()).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
  return performance.now() - began;
}

interface OutboxRow {
  id: string;
  attempts: number;
  sent: boolean;
  last_error: string | null;
}
const outbox = async (): Promise<OutboxRow[]> =>
  (await pool.query<OutboxRow>('select id, attempts, sent_at is not null as sent, last_error from app.outbox')).rows;
const once = async () => expect(mailbox.keys().toSorted()).toEqual((await outbox()).map(({ id }) => id).toSorted());

it('while the mail service is stopped, receipts come at once and letters wait with the reason', async () => {
  await mailbox.stop();
  for (let person = 0; person < 4; person += 1)
    expect(await sendForm(`stopped${person}@paja.example`)).toBeLessThan(AT_ONCE_MS);
  await expect.poll(async () => (await outbox()).filter(({ last_error }) => last_error).length).toBe(12);
  expect((await outbox()).filter(({ sent }) => sent)).toEqual([]);
  const health = (await (await fetch(`${portal.url}/api/health`)).json()) as { outbox: { pending: number } };
  expect(health.outbox.pending).toBe(12);
});

it('when it is started again, each letter goes exactly once, however often the outbox is drained', async () => {
  await mailbox.start();
  await drainAll(portal.url, pool);
  await drainAll(portal.url, pool);
  expect((await outbox()).filter(({ sent }) => !sent)).toEqual([]);
  await once();
});

it('while it is slow, receipts come at once all the same, and the letters follow', async () => {
  await mailbox.mode('slow', 3000);
  expect(await sendForm('slow@paja.example')).toBeLessThan(AT_ONCE_MS);
  await mailbox.mode('up');
  await expect.poll(async () => (await outbox()).every(({ sent }) => sent), { timeout: 8000 }).toBe(true);
  await once();
});

it('while it answers with errors, nothing is lost and nothing is sent twice', async () => {
  await mailbox.mode('down');
  expect(await sendForm('down@paja.example')).toBeLessThan(AT_ONCE_MS);
  await expect.poll(async () => (await outbox()).filter(({ last_error }) => last_error).length).toBe(3);
  await mailbox.mode('up');
  await drainAll(portal.url, pool);
  await once();
});
