// kill -9 under load: what was acknowledged is there after the restart, and every letter goes exactly once.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { API_KEY, type CountingMailbox, countingMailbox } from '../support/counting-mailbox.ts';
import { drainAll } from '../support/drain-all.ts';
import { goodNeed } from '../support/good-need.ts';
import { type Attempt, rush, sendOnce } from '../support/need-rush.ts';
import { MAIJA, MATTI, type ServedPortal, servePortal } from '../support/served-portal.ts';

const SENDERS = 6;
const ROUNDS = ['node', 'node', 'database and node', 'node'] as const;

async function stage() {
  const mailbox = await countingMailbox();
  onTestFinished(() => mailbox.close());
  const portal = await servePortal({ RESEND_BASE_URL: mailbox.url, RESEND_API_KEY: API_KEY });
  onTestFinished(() => portal.close());
  return { mailbox, portal };
}

function poolOf(portal: ServedPortal): pg.Pool {
  const pool = new pg.Pool({ connectionString: portal.databaseUrl(), max: 2 });
  pool.on('error', () => {});
  onTestFinished(() => pool.end());
  return pool;
}

/** The outbox and the mailbox tell the same story, letter by letter. */
async function expectEachLetterOnce(pool: pg.Pool, mailbox: CountingMailbox): Promise<void> {
  const { rows } = await pool.query<{ id: string; sent: boolean }>(
    'select id, sent_at is not null as sent from app.outbox',
  );
  expect(rows.filter(({ sent }) => !sent)).toEqual([]);
  expect(mailbox.keys().toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
  // A second try under a key must be the same letter byte for byte, or Resend refuses it.
  expect(mailbox.tries.filter(({ name }) => name === 'invalid_idempotent_request')).toEqual([]);
}

it('every acknowledged need survives kill -9 of the portal and of its database, and every letter goes once', async () => {
  const { mailbox, portal } = await stage();
  const attempts: Attempt[] = [];
  for (const what of ROUNDS) {
    const rushing = rush(portal.url, SENDERS);
    await sleep(300 + Math.random() * 900);
    if (what !== 'node') portal.killPostgres('SIGKILL');
    await portal.kill('SIGKILL');
    await rushing.stop();
    attempts.push(...rushing.attempts);
    await portal.restart();
  }
  const acknowledged = attempts.filter(({ reference }) => reference);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS.length * SENDERS);

  const pool = poolOf(portal);
  const stored = async () =>
    (await pool.query<{ contact_email: string; reference: string }>('select contact_email, reference from app.needs'))
      .rows;
  const before = new Map((await stored()).map(({ contact_email, reference }) => [contact_email, reference]));
  const lost = acknowledged.filter(({ need, reference }) => before.get(need.contact_email) !== reference);
  expect(lost).toEqual([]);

  // Who heard nothing sends again under the same key: there is one need, whether the first try had come through or not.
  for (const attempt of attempts.filter(({ reference }) => !reference)) {
    const reference = await sendOnce(portal.url, attempt);
    expect(reference).toBe(before.get(attempt.need.contact_email) ?? reference);
    expect(reference).toBeDefined();
  }
  expect(await stored()).toHaveLength(attempts.length);

  await drainAll(portal.url, pool);
  await expectEachLetterOnce(pool, mailbox);
  const recipients = mailbox.letters().map(({ to: [to] }) => to);
  for (const coordinator of [MAIJA, MATTI])
    expect(recipients.filter((to) => to === coordinator)).toHaveLength(attempts.length);
  expect(new Set(recipients).size).toBe(attempts.length + 2);
  expect(recipients).toHaveLength(attempts.length * 3);
}, 60_000);

it('a letter that the mail service took, but not its sender’s kill -9 let know, is not sent again', async () => {
  const { mailbox, portal } = await stage();
  await mailbox.mode('slow', 2000);
  await sendOnce(portal.url, { need: goodNeed({ contact_email: `${randomUUID()}@paja.example` }), key: randomUUID() });
  // A drain sends two letters at a time; before both are on their way, another may still set out beside the first.
  const coming = 2;
  await expect.poll(() => mailbox.coming()).toBe(coming);
  await portal.kill('SIGKILL');
  await expect.poll(() => mailbox.keys().length, { timeout: 5000 }).toBe(coming);
  await mailbox.mode('up');
  await portal.restart();
  const pool = poolOf(portal);
  const { rows } = await pool.query('select from app.outbox where sent_at is null');
  expect(rows).toHaveLength(3);
  await drainAll(portal.url, pool);
  await expectEachLetterOnce(pool, mailbox);
  expect(mailbox.tries).toHaveLength(3 + coming);
}, 40_000);
