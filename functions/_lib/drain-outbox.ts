// Sends what waits in the outbox: claims a few letters at a time, renders, sends, and says in the database what became of each.
import { setTimeout as sleep } from 'node:timers/promises';
import { asSystem } from './db.ts';
import type { ClaimedLetter } from './letters/letter-values.ts';
import { renderLetter } from './letters/render-letter.ts';
import { withMail } from './letters/with-mail.ts';
import { log } from './log.ts';
import { type MailOutcome, sendLetter } from './mail.ts';

/** Few enough to be sent within the lease even when each takes Resend's full time-out. */
const AT_A_TIME = 8;
/** Resend takes a few letters in a second: two hands keep below that and wait for nobody. */
const HANDS = 2;
/** Longer than the slowest batch; after a crash another drain takes its letters over when it ends. */
const LEASE_SECONDS = 45;
/** A scheduled function has 30 seconds; what is left waits for the next minute. */
const BUDGET_MS = 20_000;

export interface Drained {
  sent: number;
  failed: number;
}

/** Hands a letter over; once, when the service asks for a slower pace, waits as long as it says and tries again. */
async function handOver(row: ClaimedLetter, until: number): Promise<MailOutcome> {
  const outcome = await sendLetter(await renderLetter(row), row.id);
  if (outcome.status !== 'slow_down' || Date.now() + outcome.retryAfterSeconds * 1000 > until) return outcome;
  await sleep(outcome.retryAfterSeconds * 1000);
  return sendLetter(await renderLetter(row), row.id);
}

async function sendOne(row: ClaimedLetter, until: number): Promise<boolean> {
  const system = asSystem();
  let outcome: MailOutcome;
  try {
    outcome = await handOver(await withMail(row), until);
  } catch (error) {
    // A letter that cannot be rendered is our fault: it waits for the mend, and its record says why.
    log('error', 'letter not rendered', {
      letter: row.letter,
      outbox_id: row.id,
      stack: (error instanceof Error && error.stack) || null,
    });
    outcome = { status: 'later', reason: 'not rendered', retryAfterSeconds: null };
  }
  if (outcome.status === 'sent') {
    await system.rpc('letter_sent', { p_id: row.id, p_provider_id: outcome.id });
    return true;
  }
  await system.rpc('letter_failed', {
    p_id: row.id,
    p_error: outcome.reason,
    p_for_good: outcome.status === 'refused',
    p_retry_after_seconds: outcome.status === 'refused' ? null : outcome.retryAfterSeconds,
  });
  log('warning', 'letter not sent', {
    letter: row.letter,
    outbox_id: row.id,
    attempts: row.attempts,
    refused: outcome.status === 'refused',
  });
  return false;
}

async function drain(): Promise<Drained> {
  const until = Date.now() + BUDGET_MS;
  const done: Drained = { sent: 0, failed: 0 };
  while (Date.now() < until) {
    const rows = (await asSystem().rpc('claim_letters', {
      p_most: AT_A_TIME,
      p_lease_seconds: LEASE_SECONDS,
    })) as unknown as ClaimedLetter[];
    const waiting = [...rows];
    const hand = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift())
        done[(await sendOne(row, until)) ? 'sent' : 'failed'] += 1;
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
    if (rows.length < AT_A_TIME) break;
  }
  return done;
}

let running: Promise<Drained> | undefined;
let again = false;

/** Drains the outbox; calls that come meanwhile share one more round, so that a rush of needs makes no rush of drains. */
export async function drainOutbox(): Promise<Drained> {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    try {
      let done = await drain();
      while (again) {
        again = false;
        const more = await drain();
        done = { sent: done.sent + more.sent, failed: done.failed + more.failed };
      }
      return done;
    } finally {
      // Here and not in a later step: a call that comes between would wait for a round that nobody makes.
      running = undefined;
    }
  })();
  return running;
}

/** The same after an answer has gone out: nobody waits for it, so its fault is logged here. The schedule tries again. */
export const drainQuietly = (): Promise<unknown> =>
  drainOutbox().catch((error) =>
    log('warning', 'outbox not drained', { reason: error instanceof Error ? error.message : 'unknown' }),
  );
