// Needs for database tests, made by api.send_need itself, and what they look like afterwards.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { promiseDueAt } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { makeReference } from '#domain/reference.ts';
import { type Args, call, type Enums } from './sql-call.ts';
import { type Links, linkPool, linksOf } from './sql-links.ts';

export const MAIJA = 'maija@city.example';
export const MATTI = 'matti@city.example';
export const ERKKI = 'erkki@opisto.example';
const COORDINATORS = [
  { email: MAIJA, name: 'Maija Malli' },
  { email: MATTI, name: null },
];

export const newReference = (): string => makeReference((count) => randomBytes(count));
export const newAddress = (): string => `yritys-${randomBytes(6).toString('hex')}@firma.example`;

/** What send-need gives to SQL for a good form, from an address of its own. */
export function needArgs(changes: Partial<Args<'send_need'>> = {}): Args<'send_need'> {
  const now = new Date();
  return {
    p_reference: newReference(),
    p_description: 'Tarvitsemme hitsareita, jotka osaavat lukea piirustuksia.',
    p_services: ['hitsauskoulutus'],
    p_business_id: '0201256-6',
    p_founder: false,
    p_company_name: 'Malli Oy',
    p_contact_name: 'Yrjö Yrittäjä',
    p_contact_email: newAddress(),
    p_contact_phone: '+358 40 000 0001',
    p_contact_by: 'email',
    p_language: 'sv',
    p_notice_version: '2026-11-22',
    p_idempotency_key: null,
    p_fingerprint: randomBytes(32).toString('hex'),
    p_reckoned_on: helsinkiDate(now),
    p_promise_days: 2,
    p_due_at: promiseDueAt(now, 2).toISOString(),
    p_coordinators: COORDINATORS,
    p_links: linkPool(15),
    ...changes,
  };
}

export interface TestNeed {
  id: string;
  reference: string;
  email: string;
  company: Links;
  /** The first coordinator, MAIJA, and the second, MATTI. */
  maija: Links;
  matti: Links;
}

export async function newNeed(pool: pg.Pool, changes: Partial<Args<'send_need'>> = {}): Promise<TestNeed> {
  const args = needArgs(changes);
  const [sent] = await call(pool, 'send_need', args);
  if (sent?.outcome !== 'accepted') throw new Error(`send_need said ${sent?.outcome}`);
  const { rows } = await pool.query<{ id: string }>('select id from app.needs where reference = $1', [sent.reference]);
  const id = rows[0]?.id as string;
  const email = args.p_contact_email as string;
  const [company, maija, matti] = await Promise.all([email, MAIJA, MATTI].map((who) => linksOf(pool, id, who)));
  return { id, reference: sent.reference, email, company, maija, matti } as TestNeed;
}

/** Whom a need may be handed over to, as the server tells SQL. */
export const expert = (email: string, name = 'Erkki Esimerkki') => ({ role: 'expert', email, name, language: 'fi' });
export const coordinator = (email: string, name = 'Matti') => ({ role: 'coordinator', email, name, language: 'fi' });

/** MAIJA asks an expert to take the need; comes back with the expert's links. */
export async function handOver(pool: pg.Pool, need: TestNeed, email = ERKKI): Promise<Links> {
  const outcome = await call(pool, 'hand_over_need', {
    p_token_hash: need.maija.hand_over_need,
    p_people: [expert(email)],
    p_note: 'Osaatko auttaa?',
    p_links: linkPool(5),
  });
  if (outcome !== 'handed_over') throw new Error(`hand_over_need said ${outcome}`);
  return linksOf(pool, need.id, email);
}

export interface NeedRow {
  state: Enums['need_state'];
  owner_email: string | null;
  first_response_at: Date | null;
  promise_kept: boolean | null;
  received_at: Date;
  due_at: Date;
  closed_at: Date | null;
}

export async function needRow(pool: pg.Pool, id: string): Promise<NeedRow> {
  const { rows } = await pool.query<NeedRow>('select * from app.needs where id = $1', [id]);
  return rows[0] as NeedRow;
}

/** The letters of a need that are queued or gone, each as "letter → address", sorted; those of before are left out. */
export async function lettersOf(pool: pg.Pool, id: string, ...but: Enums['letter_kind'][]): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select distinct o.id, o.letter || ' → ' || l.person_email as line
     from app.outbox o join app.links l on l.set_id = o.link_set
     where o.need_id = $1 and o.dropped_at is null and o.letter <> all ($2::api.letter_kind[])`,
    [id, but],
  );
  return rows.map(({ line }) => line).sort();
}

/** The log of a need, each line as "kind by address", with the move behind it where there was one. */
export async function eventsOf(pool: pg.Pool, id: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(' ', kind, 'by', actor_email, from_state || ' → ' || to_state) as line
     from app.events where need_id = $1 order by id`,
    [id],
  );
  return rows.map(({ line }) => line);
}
