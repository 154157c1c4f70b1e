// Tells a webhook what happened to mail, signed as Resend signs it (https://www.standardwebhooks.com, with svix in the headers' names).
import { createHmac, randomUUID } from 'node:crypto';

export interface Hook {
  url: string;
  /** `whsec_` and the key in base64. */
  secret: string;
}

export interface Signed {
  body: string;
  headers: Record<string, string>;
}

export function sign(event: unknown, secret: string, id = `msg_${randomUUID()}`, at = new Date()): Signed {
  const body = JSON.stringify(event);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  const headers = { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
  return { body, headers: { 'content-type': 'application/json', ...headers } };
}

/** What the webhook answered, in a line. Resend would try again for hours; here a person presses the button again. */
export async function tell({ url, secret }: Hook, event: unknown): Promise<string> {
  try {
    const answer = await fetch(url, { method: 'POST', ...sign(event, secret), signal: AbortSignal.timeout(10_000) });
    return `${answer.status} ${(await answer.text()).slice(0, 300)}`;
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : String(error)}`;
  }
}
