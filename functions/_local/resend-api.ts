// Resend's API as Resend answers it: key checked, letter checked, the same idempotency key sends one letter only; mails that came in.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { bareAddress, checkLetter, isRefusal, type MailRefusal } from './mail-rules.ts';
import type { StoredLetter } from './mail-store.ts';
import type { MailboxMode, MailboxState } from './mailbox.ts';

/** Resend remembers a key for a day. */
const KEY_LIFE_MS = 24 * 60 * 60 * 1000;
const LIMITS = { 'retry-after': '1', 'ratelimit-limit': '2', 'ratelimit-remaining': '0', 'ratelimit-reset': '1' };

const refuse = (statusCode: number, name: string, message: string, headers = {}) =>
  Response.json({ statusCode, name, message } satisfies MailRefusal, { status: statusCode, headers });

export function resendApi(apiKey: string, state: MailboxState): Hono {
  const inFlight = new Set<string>();

  async function take(request: Request): Promise<Response> {
    const refused = checkCaller(request.headers, apiKey) ?? misbehave(state.mode);
    if (refused) return refused;
    const key = request.headers.get('idempotency-key');
    if (key !== null && (key === '' || key.length > 256)) {
      return refuse(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
    }
    const body = await request.text();
    const letter = checkLetter(parse(body));
    if (isRefusal(letter)) return refuse(letter.statusCode, letter.name, letter.message);
    if (letter.to.some((one) => state.mode.refuse.includes(bareAddress(one)))) {
      return refuse(422, 'validation_error', 'Invalid `to` field. The email address is refused.');
    }
    const { html = null, text = null, headers: _, ...rest } = letter;
    if (key === null) return send({ ...rest, html, text });

    if (inFlight.has(key)) {
      const message = 'Same idempotency key used while original request is still in progress.';
      return refuse(409, 'concurrent_idempotent_requests', message);
    }
    const payload = createHash('sha256').update(body).digest('hex');
    const before = sentBefore(state.letters(), key);
    if (before && before.idempotency?.payload !== payload) {
      return refuse(409, 'invalid_idempotent_request', 'Same idempotency key used with a different request payload.');
    }
    if (before) return Response.json({ id: before.id });
    inFlight.add(key);
    try {
      return await send({ ...rest, html, text, idempotency: { key, payload } });
    } finally {
      inFlight.delete(key);
    }
  }

  async function send(letter: Omit<StoredLetter, 'id' | 'created_at'>): Promise<Response> {
    // The letter goes even if the caller tires of waiting, as it does with a real service.
    if (state.mode.mode === 'slow') await sleep(state.mode.ms);
    return Response.json({ id: await state.keep(letter) });
  }

  return new Hono()
    .post('/emails', (c) => take(c.req.raw))
    .get('/emails/receiving/:id', (c) => {
      const refused = checkCaller(c.req.raw.headers, apiKey) ?? misbehave(state.mode);
      const mail = state.received().find(({ id }) => id === c.req.param('id'));
      return refused ?? (mail ? c.json(mail) : refuse(404, 'not_found', 'Email not found'));
    })
    .all('/emails', () => refuse(405, 'method_not_allowed', 'This endpoint takes POST only.'));
}

function checkCaller(headers: Headers, apiKey: string): Response | undefined {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (!bearer) return refuse(401, 'missing_api_key', 'Missing API key in the authorization header.');
  return bearer === apiKey ? undefined : refuse(400, 'validation_error', 'API key is invalid');
}

function misbehave({ mode }: MailboxMode): Response | undefined {
  if (mode === 'down') return refuse(500, 'internal_server_error', 'An unexpected error occurred.');
  if (mode !== 'limit') return undefined;
  return refuse(429, 'rate_limit_exceeded', 'Too many requests. You can only make 2 requests per second.', LIMITS);
}

function sentBefore(letters: StoredLetter[], key: string): StoredLetter | undefined {
  const found = letters.findLast((letter) => letter.idempotency?.key === key);
  return found && Date.now() - Date.parse(found.created_at) < KEY_LIFE_MS ? found : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // answered as a letter without a recipient
  }
}
