// Mail to a portal of a test: kept where the mail service keeps it, and told by webhooks that are signed here, by the standard alone.
import { createHmac, randomUUID } from 'node:crypto';
import type { Enums } from '#lib/db.ts';
import { replyAddress } from '#lib/mail-in/reply-address.ts';
import type { StoredMail } from '../../functions/_local/mail-store.ts';
import * as takeMailFunction from '../../functions/take-mail.ts';
import type { Portal, Purpose } from './portal.ts';

export const REPLY_DOMAIN = 'vastaus.tarjotin.example';
const KEY = Buffer.from('a-key-for-the-webhooks-of-tests');
export const WEBHOOK_SECRET = `whsec_${KEY.toString('base64')}`;

/** Both settings that mail coming in asks for. */
export function switchMailOn(): void {
  Object.assign(process.env, { RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET, REPLY_DOMAIN });
}
export function switchMailOff(): void {
  delete process.env.RESEND_WEBHOOK_SECRET;
  delete process.env.REPLY_DOMAIN;
}

export interface Signing {
  id?: string;
  at?: Date;
  key?: Buffer;
  signature?: string;
  headers?: Record<string, string>;
}

/** Posts a body to the endpoint, signed with `id.timestamp.body`, as https://www.standardwebhooks.com has it. */
export function post(
  portal: Portal,
  body: string,
  { id = `msg_${randomUUID()}`, at = new Date(), ...how }: Signing = {},
) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac('sha256', how.key ?? KEY)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  const headers = {
    'content-type': 'application/json',
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': how.signature ?? `v1,${signature}`,
    ...how.headers,
  };
  return portal.request('/api/mail-events', { method: 'POST', body, headers });
}

export const event = (type: string, data: object, created_at = new Date().toISOString()): string =>
  JSON.stringify({ type, created_at, data });

/** The reply address of a person's newest letter of a need. */
export async function replyAddressOf(
  portal: Portal,
  reference: string,
  purpose: Purpose,
  email: string,
): Promise<string> {
  const [row] = await portal.rows<{ id: string }>(
    `select l.id from app.links l join app.needs n on n.id = l.need_id
     where n.reference = $1 and l.purpose = $2::api.link_purpose and l.person_email = $3 order by l.created_at desc limit 1`,
    [reference, purpose, email],
  );
  return replyAddress(row?.id as string) as string;
}

/** A mail as the mail service keeps it. */
export function newMail(changes: Partial<StoredMail>): StoredMail {
  return {
    object: 'email',
    id: randomUUID(),
    created_at: new Date().toISOString(),
    from: 'Kirsi <kirsi@paja.example>',
    to: [],
    cc: [],
    bcc: [],
    received_for: [],
    reply_to: [],
    subject: 'Re: Vastaus tarpeeseesi',
    message_id: `<${randomUUID()}@paja.example>`,
    text: 'Kolme hitsaajaa.',
    html: null,
    headers: { 'return-path': '<kirsi@paja.example>' },
    attachments: [],
    ...changes,
  };
}

/** What the webhook tells of a mail: everything but its text and headers. */
export function receivedEvent(mail: StoredMail): string {
  const { id: email_id, text: _text, html: _html, headers: _headers, object: _object, ...data } = mail;
  return event('email.received', { email_id, ...data }, mail.created_at);
}

/** Somebody sends a mail: it is kept, told, and what follows from it is done. */
export async function sendMail(
  portal: Portal,
  changes: Partial<StoredMail>,
): Promise<{ outcome: string; mail: StoredMail }> {
  const mail = newMail(changes);
  await portal.box.mailbox.receive(mail);
  const answer = await post(portal, receivedEvent(mail));
  if (answer.status !== 200) throw new Error(`note-mail-event answered ${answer.status}: ${await answer.text()}`);
  await portal.settled();
  const [row] = await portal.rows<{ outcome: string }>(
    'select outcome from app.received_mails where provider_id = $1',
    [mail.id],
  );
  return { outcome: row?.outcome ?? 'none', mail };
}

/** The schedule runs, as if the delays of what failed before had passed. */
export async function runTakeMail(portal: Portal): Promise<void> {
  await portal.rows('update app.received_mails set try_after = now(), leased_until = null where taken_at is null');
  await takeMailFunction.default();
}

export const delivery = (
  kind: Enums['delivery_kind'] | 'delivery_delayed',
  letterId: string,
  more: object = {},
  at?: string,
): string =>
  event(
    `email.${kind}`,
    { email_id: letterId, to: [], from: '', subject: '', created_at: '', message_id: '', ...more },
    at,
  );
