// Mails that come in and what becomes of letters, for database tests: told to SQL as the endpoint tells it.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Args, call, type Enums } from './sql-call.ts';
import type { TestNeed } from './sql-needs.ts';

/** The id of a person's newest link of a need. */
export async function linkId(
  pool: pg.Pool,
  need: TestNeed,
  purpose: Enums['link_purpose'],
  email: string,
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from app.links where need_id = $1 and purpose = $2::api.link_purpose and person_email = $3 order by created_at desc limit 1`,
    [need.id, purpose, email],
  );
  return rows[0]?.id as string;
}

export const replyLink = (pool: pg.Pool, need: TestNeed): Promise<string> =>
  linkId(pool, need, 'reply_to_need', need.email);
export const answerLink = (pool: pg.Pool, need: TestNeed, email: string): Promise<string> =>
  linkId(pool, need, 'answer_need', email);

/** A mail to the reply address of a link is noted; comes back with its id. */
export async function receive(
  pool: pg.Pool,
  link: string,
  p_from: string,
  p_provider_id: string = randomUUID(),
): Promise<string> {
  const outcome = await call(pool, 'receive_mail', { p_provider_id, p_links: [link], p_from });
  if (outcome === 'no_address') throw new Error('receive_mail knows no such link');
  const { rows } = await pool.query<{ id: string }>('select id from app.received_mails where provider_id = $1', [
    p_provider_id,
  ]);
  return rows[0]?.id as string;
}

export const take = (pool: pg.Pool, p_id: string, changes: Partial<Args<'take_mail'>> = {}) =>
  call(pool, 'take_mail', {
    p_id,
    p_is_automatic: false,
    p_is_proven: true,
    p_body: 'Kolme hitsaajaa.',
    p_was_cut: false,
    p_attachments: 0,
    ...changes,
  });

/** A mail that came and was taken in. */
export const mailed = async (pool: pg.Pool, link: string, from: string, changes: Partial<Args<'take_mail'>> = {}) =>
  take(pool, await receive(pool, link, from), changes);

/** A letter of a need to somebody goes out; comes back with the id that the mail service gave it. */
export async function sendLetterTo(
  pool: pg.Pool,
  need: TestNeed,
  email: string,
  letter?: Enums['letter_kind'],
): Promise<string> {
  const providerId = randomUUID();
  const { rows } = await pool.query<{ id: string }>(
    `select o.id from app.outbox o where o.need_id = $1 and o.sent_at is null and ($3::api.letter_kind is null or o.letter = $3)
       and exists (select from app.links l where l.set_id = o.link_set and l.person_email = $2)
     order by o.created_at limit 1`,
    [need.id, email, letter ?? null],
  );
  if (!rows[0]) throw new Error(`no letter waits for ${email}`);
  await call(pool, 'letter_sent', { p_id: rows[0].id, p_provider_id: providerId });
  return providerId;
}

export const tell = (
  pool: pg.Pool,
  p_kind: Enums['delivery_kind'],
  p_provider_id: string,
  { at = new Date(), id = randomUUID(), reason = null }: { at?: Date; id?: string; reason?: string | null } = {},
) =>
  call(pool, 'note_mail_event', {
    p_event_id: id,
    p_provider_id,
    p_kind,
    p_happened_at: at.toISOString(),
    p_reason: reason,
  });

/** The addresses of a need whose letters came back, as the desk shows them. */
export async function bouncedOf(pool: pg.Pool, need: TestNeed): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select distinct person_email || ' ' || kind as line from app.bounces where need_id = $1 and cleared_at is null order by 1`,
    [need.id],
  );
  return rows.map(({ line }) => line);
}
