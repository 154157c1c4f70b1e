// The only file that knows Resend: hands one letter over and says what became of it.
import { Resend } from 'resend';
import { env } from './env.ts';

export interface Letter {
  to: string;
  replyTo?: string | undefined;
  subject: string;
  html: string;
  text: string;
}

/** sent: accepted, now or before; refused: never will be; later: try again; slow_down: too many in a second, the letter is fine. */
export type MailOutcome =
  | { status: 'sent'; id: string }
  | { status: 'refused'; reason: string }
  | { status: 'later'; reason: string; retryAfterSeconds: number | null }
  | { status: 'slow_down'; reason: string; retryAfterSeconds: number };

const TIMEOUT_MS = 10_000;
/** Resend's limit is by the second: a longer wait is a quota, which no drain sits out. */
const PATIENCE_SECONDS = 5;

/** Sends a letter once for each key: Resend remembers a key for 24 hours and answers a repeat with the first letter's id. */
export async function sendLetter(letter: Letter, idempotencyKey: string): Promise<MailOutcome> {
  const { RESEND_API_KEY, RESEND_BASE_URL, MAIL_FROM } = env();
  const resend = new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
  try {
    const { data, error, headers } = await resend.emails.send(
      { from: MAIL_FROM, ...letter },
      { idempotencyKey, signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
    if (data) return { status: 'sent', id: data.id };
    // The key was used before with other bytes (a template changed between two tries): that letter has gone.
    if (error?.name === 'invalid_idempotent_request') return { status: 'sent', id: idempotencyKey };
    // 400 and 422 are about this letter, unless they name what our own settings hold; those, a quota and an outage pass.
    const aboutIt = error?.statusCode === 422 || error?.statusCode === 400;
    if (aboutIt && !/API key|`from`/i.test(error.message)) return { status: 'refused', reason: error.message };
    const wait = Math.ceil(Number(headers?.['retry-after']) || 0);
    if (error?.statusCode === 429 && wait <= PATIENCE_SECONDS) {
      return { status: 'slow_down', reason: error.message, retryAfterSeconds: Math.max(1, wait) };
    }
    return { status: 'later', reason: error?.message ?? 'no answer', retryAfterSeconds: wait > 0 ? wait : null };
  } catch (error) {
    return { status: 'later', reason: error instanceof Error ? error.message : String(error), retryAfterSeconds: null };
  }
}
