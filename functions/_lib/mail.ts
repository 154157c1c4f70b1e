// The only file that knows Resend: hands one letter over and says what became of it, reads what Resend tells, fetches a mail.
import { addressParser } from 'postal-mime';
import { Resend, type WebhookEventPayload } from 'resend';
import * as z from 'zod';
import type { Enums } from './db.ts';
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

// A machine wrote it, so other machines do not answer it (RFC 3834, and Microsoft's way of asking the same).
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

const TIMEOUT_MS = 10_000;
/** Resend's limit is by the second: a longer wait is a quota, which no drain sits out. */
const PATIENCE_SECONDS = 5;

function resend(): Resend {
  const { RESEND_API_KEY, RESEND_BASE_URL } = env();
  return new Resend(RESEND_API_KEY, RESEND_BASE_URL ? { baseUrl: RESEND_BASE_URL } : {});
}

/** Sends a letter once for each key: Resend remembers a key for 24 hours and answers a repeat with the first letter's id. */
export async function sendLetter(letter: Letter, idempotencyKey: string): Promise<MailOutcome> {
  try {
    const { data, error, headers } = await resend().emails.send(
      { from: env().MAIL_FROM, headers: HEADERS, ...letter },
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

/** The address of `Name <a@b>`, in small letters; empty for what names none, or more than one. */
export function bareAddress(mailbox: string): string {
  const [only, ...others] = addressParser(mailbox, { flatten: true });
  return others.length === 0 ? (only?.address ?? '').toLowerCase() : '';
}

/** What Resend tells: a mail came in, or something became of a letter of ours. Everything else it tells is nothing to us. */
export type MailEvent =
  | { kind: 'received'; mailId: string; from: string; to: string[] }
  | { kind: Enums['delivery_kind']; id: string; letterId: string; at: string; reason: string | null }
  | { kind: 'other' };

const eventShape = z.object({
  type: z.string(),
  created_at: z.string(),
  data: z.object({ email_id: z.string().min(1) }).loose(),
});
const mailboxes = z.array(z.string()).nullish();
const receivedShape = z.object({
  email_id: z.string().min(1),
  from: z.string(),
  to: mailboxes,
  cc: mailboxes,
  bcc: mailboxes,
  received_for: mailboxes,
});

/** Why a letter came back, in the mail servers' own words. */
function reasonOf(event: WebhookEventPayload): string | null {
  switch (event.type) {
    case 'email.bounced':
      return [event.data.bounce?.type, event.data.bounce?.message].filter(Boolean).join(': ') || null;
    case 'email.failed':
      return event.data.failed?.reason ?? null;
    case 'email.suppressed':
      return event.data.suppressed?.message ?? null;
    default:
      return null;
  }
}

/** A letter that is late (`delivery_delayed`) is still on its way: only these end it. */
const DELIVERIES: readonly string[] = ['delivered', 'bounced', 'complained', 'failed', 'suppressed'];

/** What a post to our endpoint tells, if Resend signed it less than five minutes ago. Throws when it is of another shape than ours. */
export function readMailEvent(body: string, headers: Headers): MailEvent | 'forged' | 'off' {
  const { RESEND_WEBHOOK_SECRET } = env();
  if (!RESEND_WEBHOOK_SECRET) return 'off';
  const [id = '', timestamp = '', signature = ''] = ['svix-id', 'svix-timestamp', 'svix-signature'].map(
    (name) => headers.get(name) ?? '',
  );
  let event: WebhookEventPayload;
  try {
    const signed = { payload: body, headers: { id, timestamp, signature }, webhookSecret: RESEND_WEBHOOK_SECRET };
    event = resend().webhooks.verify(signed);
  } catch (error) {
    // By its name: the class is a package's of Resend's. Anything else is our own setting, or their fault.
    if (error instanceof Error && error.name === 'WebhookVerificationError') return 'forged';
    throw error;
  }
  const kind = event.type.replace('email.', '');
  if (kind !== 'received' && !DELIVERIES.includes(kind)) return { kind: 'other' };
  const { created_at: at, data } = eventShape.parse(event);
  if (kind !== 'received')
    return { kind: kind as Enums['delivery_kind'], id, letterId: data.email_id, at, reason: reasonOf(event) };
  const { email_id, from, to, cc, bcc, received_for } = receivedShape.parse(data);
  return { kind, mailId: email_id, from, to: [to, cc, bcc, received_for].flatMap((addresses) => addresses ?? []) };
}

export interface ReceivedMail {
  from: string;
  subject: string;
  text: string | null;
  html: string | null;
  /** All values of a header, by its name in small letters. */
  headers: (name: string) => string[];
  /** Pictures of a signature are none. */
  attachments: number;
}
export type FetchedMail = { status: 'fetched'; mail: ReceivedMail } | { status: 'missing' | 'later'; reason: string };

const mailShape = z.object({
  from: z.string(),
  subject: z.string().nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  // A header that stands there twice comes as a list, or as a list written as text.
  headers: z.record(z.string(), z.unknown()).nullish(),
  attachments: z
    .array(
      z.object({
        size: z.number().nullish(),
        content_type: z.string().nullish(),
        content_id: z.string().nullish(),
        content_disposition: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Attachment = NonNullable<z.infer<typeof mailShape>['attachments']>[number];

function headerValues(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(headerValues);
  if (typeof value !== 'string') return [];
  if (!value.startsWith('[')) return [value];
  try {
    return headerValues(JSON.parse(value));
  } catch {
    return [value];
  }
}

/** Logos in signatures are small and stand inside the text; a screenshot that somebody pasted there is larger. */
const LOGO_BYTES = 50_000;
const isSomething = ({ size, content_type, content_id, content_disposition }: Attachment): boolean => {
  if (/pkcs7-signature|pgp-signature|text\/calendar/.test(content_type ?? '')) return false;
  return !(content_id && content_disposition !== 'attachment' && (size ?? 0) <= LOGO_BYTES);
};

/** The text of a received mail, which the webhook does not carry. */
export async function fetchMail(mailId: string): Promise<FetchedMail> {
  try {
    const { data, error } = await resend().emails.receiving.get(
      mailId,
      // Without the pictures: as addresses of data they may be millions of characters.
      { html_format: 'cid' },
      { signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
    if (error) return { status: error.statusCode === 404 ? 'missing' : 'later', reason: error.message };
    const mail = mailShape.parse(data);
    const headers = Object.entries(mail.headers ?? {});
    return {
      status: 'fetched',
      mail: {
        from: mail.from,
        subject: mail.subject ?? '',
        text: mail.text ?? null,
        html: mail.html ?? null,
        headers: (name) => headers.flatMap(([key, value]) => (key.toLowerCase() === name ? headerValues(value) : [])),
        attachments: (mail.attachments ?? []).filter(isSomething).length,
      },
    };
  } catch (error) {
    return { status: 'later', reason: error instanceof Error ? error.message : String(error) };
  }
}
