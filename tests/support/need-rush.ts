// Needs sent one after the other by several senders at once, until they are told to stop or the portal is gone.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { goodNeed, type NeedFields } from './good-need.ts';

export interface Attempt {
  need: NeedFields;
  key: string;
  /** Present when the portal said that it has the need. */
  reference?: string;
}

/** Sends a need under its key; the reference, or undefined when no answer came. Any other answer is a fault. */
export async function sendOnce(url: string, { need, key }: Attempt): Promise<string | undefined> {
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${url}/api/needs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(need),
    });
    text = await answer.text();
  } catch {
    return undefined; // killed before it answered
  }
  if (answer.status === 503) return undefined; // the database was killed first
  if (answer.status !== 201) throw new Error(`send-need answered ${answer.status}: ${text}`);
  return (JSON.parse(text) as { reference: string }).reference;
}

export function rush(url: string, senders: number) {
  const attempts: Attempt[] = [];
  let over = false;
  const done = Promise.all(
    Array.from({ length: senders }, async () => {
      while (!over) {
        const attempt: Attempt = {
          need: goodNeed({ contact_email: `${randomUUID()}@paja.example` }),
          key: randomUUID(),
        };
        attempts.push(attempt);
        const reference = await sendOnce(url, attempt);
        if (reference) attempt.reference = reference;
        else return;
        await sleep(25); // a rush, and still no more letters than can be sent in the test's time
      }
    }),
  );
  return {
    attempts,
    /** Resolves when each sender has heard or given up. */
    stop: async () => {
      over = true;
      await done;
    },
  };
}
