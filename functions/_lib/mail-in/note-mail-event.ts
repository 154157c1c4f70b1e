// note-mail-event: puts on record what Resend tells, before anything else is done with it; mail that came in is then taken in.
import { asSystem } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import type { SignedCall } from '../handle.ts';
import { log } from '../log.ts';
import { bareAddress, type MailEvent, readMailEvent } from '../mail.ts';
import { json, problemJson } from '../respond.ts';
import { linkOfAddress } from './reply-address.ts';
import { takeQuietly } from './take-mail.ts';

type Received = Extract<MailEvent, { kind: 'received' }>;
type OfALetter = Exclude<MailEvent, { kind: 'received' | 'other' }>;

async function noteReceived({ mailId, from, to }: Received, waitUntil: SignedCall['waitUntil']): Promise<string> {
  const links = to.map((address) => linkOfAddress(bareAddress(address))).filter((id) => id !== undefined);
  const p_from = bareAddress(from) || 'unknown';
  const outcome = await asSystem().rpc('receive_mail', { p_provider_id: mailId, p_links: [...new Set(links)], p_from });
  if (outcome === 'received') waitUntil(takeQuietly());
  // Nobody's need: whoever wrote to a made-up address of the domain is not answered, since such mail is mostly nobody's either.
  if (outcome === 'no_address') log('warning', 'mail to no known address', { mail_id: mailId });
  return outcome;
}

async function noteDelivery(
  { kind, id, letterId, at, reason }: OfALetter,
  waitUntil: SignedCall['waitUntil'],
): Promise<string> {
  const outcome = await asSystem().rpc('note_mail_event', {
    p_event_id: id,
    p_provider_id: letterId,
    p_kind: kind,
    p_happened_at: at,
    p_reason: reason,
  });
  // To one of our own people, who may not hear of it by mail: the operator does here.
  if (outcome === 'came_back_to_us') log('warning', 'a letter to one of ours came back', { letter: letterId, kind });
  if (kind !== 'delivered') waitUntil(drainQuietly());
  return outcome;
}

/** 200 once it is on record, and again when it is told again; anything else has Resend tell it later. */
export async function noteMailEvent({ request, body, waitUntil }: SignedCall): Promise<Response> {
  const event = readMailEvent(body, request.headers);
  if (event === 'off') {
    return problemJson(503, 'mail_not_set_up', {
      detail: 'RESEND_WEBHOOK_SECRET is not set, so nothing is taken here.',
    });
  }
  if (event === 'forged') return problemJson(401, 'wrong_signature');
  if (event.kind === 'other') return json({ outcome: 'ignored' });
  const outcome = event.kind === 'received' ? noteReceived(event, waitUntil) : noteDelivery(event, waitUntil);
  return json({ outcome: await outcome });
}
