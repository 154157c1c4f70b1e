// take-mail: fetches the mails that were noted, reads what their people wrote, and has SQL decide what becomes of each.
import { asSystem, type Returned } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { log } from '../log.ts';
import { fetchMail } from '../mail.ts';
import { isAutomatic } from './is-automatic.ts';
import { isProven } from './is-proven.ts';
import { readText } from './read-text.ts';

const AT_A_TIME = 5;
/** Longer than five mails take when each waits for Resend's full time-out. */
const LEASE_SECONDS = 90;
/** A scheduled function has 30 seconds. */
const BUDGET_MS = 15_000;
/** Resend tells of a mail a moment before it can be read; what is missing after an hour of tries is gone. */
const TRIES_OF_A_MISSING_MAIL = 12;

type Claimed = Returned<'claim_mails'>[number];
export interface Taken {
  taken: number;
  failed: number;
}

async function failed({ id, attempts }: Claimed, reason: string, isMissing = false): Promise<false> {
  await asSystem().rpc('mail_failed', {
    p_id: id,
    p_error: reason,
    p_for_good: isMissing && attempts >= TRIES_OF_A_MISSING_MAIL,
  });
  log('warning', 'mail not taken in', { mail: id, attempts });
  return false;
}

async function takeOne(claimed: Claimed): Promise<boolean> {
  const fetched = await fetchMail(claimed.provider_id);
  if (fetched.status !== 'fetched') return failed(claimed, fetched.reason, fetched.status === 'missing');
  const { mail } = fetched;
  try {
    const { text, wasCut } = readText(mail);
    const outcome = await asSystem().rpc('take_mail', {
      p_id: claimed.id,
      p_is_automatic: isAutomatic(mail),
      p_is_proven: isProven(mail),
      p_body: text || null,
      p_was_cut: wasCut,
      p_attachments: mail.attachments,
    });
    log('info', 'mail taken in', { mail: claimed.id, outcome });
    return true;
  } catch (error) {
    // One mail that we cannot read, by our own fault, holds up no other, and waits for the mend.
    log('error', 'mail not taken in', { mail: claimed.id, stack: (error instanceof Error && error.stack) || null });
    return failed(claimed, 'not read');
  }
}

export async function takeMails(): Promise<Taken> {
  const until = Date.now() + BUDGET_MS;
  const done: Taken = { taken: 0, failed: 0 };
  while (Date.now() < until) {
    const mails = await asSystem().rpc('claim_mails', { p_most: AT_A_TIME, p_lease_seconds: LEASE_SECONDS });
    for (const mail of mails) done[(await takeOne(mail)) ? 'taken' : 'failed'] += 1;
    if (mails.length < AT_A_TIME) break;
  }
  return done;
}

/** After Resend got its answer: takes in what came and sends what follows from it. The schedule tries again what fails. */
export const takeQuietly = (): Promise<unknown> =>
  takeMails()
    .then(({ taken }) => (taken > 0 ? drainQuietly() : undefined))
    .catch((error) =>
      log('warning', 'mails not taken in', { reason: error instanceof Error ? error.message : 'unknown' }),
    );
