// Rounds of confirmation and editors' tasks for database tests, made by the api's own functions.
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { type Args, call, type Enums } from './sql-call.ts';
import { type Links, linkPool } from './sql-links.ts';

export const ELLI = 'elli@city.example';
export const EETU = 'eetu@city.example';
const EDITORS = [
  { email: ELLI, name: 'Elli Editori' },
  { email: EETU, name: null },
];

export const newProvider = (): string => `tuottaja-${randomBytes(6).toString('hex')}`;
/** A day so many days ago, in Helsinki. */
export const daysAgo = (days: number): string => helsinkiDate(new Date(Date.now() - days * 86_400_000));

export interface Contact {
  provider: string;
  email: string;
  language: string;
  confirmed: string;
  texts: string;
}

/** A contact of the content, as ask-confirmations gives it to SQL: of a provider of its own, and long due. */
export function contact(changes: Partial<Contact> = {}): Contact {
  const provider = changes.provider ?? newProvider();
  return {
    provider,
    email: `yhteys@${provider}.example`,
    language: 'sv',
    confirmed: daysAgo(400),
    texts: 'a'.repeat(64),
    ...changes,
  };
}

/** Asks as the schedule does; whoever else has an open round stays a contact, unless `everybody` says who is one. */
export async function ask(
  pool: pg.Pool,
  contacts: Contact[],
  { most = 20, everybody = false }: { most?: number; everybody?: boolean } = {},
): Promise<{ asked: number; ended: number }> {
  const { rows } = await pool.query(
    `select provider, person_email as email, language, to_char(current_date, 'YYYY-MM-DD') as confirmed, texts
     from app.confirmations where ended_at is null`,
  );
  const known = new Set(contacts.map(({ provider }) => provider));
  const others = everybody ? [] : (rows as Contact[]).filter(({ provider }) => !known.has(provider));
  const [done] = await call(pool, 'ask_confirmations', {
    p_contacts: [...contacts, ...others] as unknown as Args<'ask_confirmations'>['p_contacts'],
    p_most: most,
    p_links: linkPool(2 * most),
  });
  return done as { asked: number; ended: number };
}

/** A record's newest links by their purpose, as hashes. */
export async function linksOfRecord(
  pool: pg.Pool,
  column: 'confirmation_id' | 'task_id',
  id: string,
  email: string,
): Promise<Partial<Links>> {
  const { rows } = await pool.query<{ purpose: Enums['link_purpose']; hash: string }>(
    `select purpose, encode(token_hash, 'hex') as hash from app.links
     where ${column} = $1 and person_email = $2 order by created_at`,
    [id, email],
  );
  return Object.fromEntries(rows.map(({ purpose, hash }) => [purpose, hash]));
}

export interface TestRound {
  id: string;
  contact: Contact;
  confirm: string;
  report: string;
}

/** The open round of a contact. */
export async function roundOf(pool: pg.Pool, of: Contact): Promise<TestRound> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from app.confirmations where provider = $1 and person_email = lower($2) and ended_at is null',
    [of.provider, of.email],
  );
  const id = rows[0]?.id ?? '';
  const links = await linksOfRecord(pool, 'confirmation_id', id, of.email.toLowerCase());
  return { id, contact: of, confirm: links.confirm_services ?? '', report: links.report_mistake ?? '' };
}

export async function newRound(pool: pg.Pool, changes: Partial<Contact> = {}): Promise<TestRound> {
  const of = contact(changes);
  const { asked } = await ask(pool, [of]);
  if (asked !== 1) throw new Error(`ask_confirmations asked ${asked}`);
  return roundOf(pool, of);
}

export const reportArgs = (
  p_token_hash: string,
  changes: Partial<Args<'report_mistake'>> = {},
): Args<'report_mistake'> => ({
  p_token_hash,
  p_services: ['hitsauskoulutus'],
  p_own_page: false,
  p_mistake: 'Hinta on vanha, oikea on 450 euroa.',
  p_editors: EDITORS,
  p_links: linkPool(2),
  ...changes,
});

export interface TestTask {
  id: string;
  /** The links with which the first editor, ELLI, and the second, EETU, say that it is done. */
  elli: string;
  eetu: string;
}

export async function newTask(pool: pg.Pool, round: TestRound): Promise<TestTask> {
  const outcome = await call(
    pool,
    'report_mistake',
    reportArgs(round.report, { p_mistake: `Virhe ${randomBytes(4).toString('hex')}` }),
  );
  if (outcome !== 'reported') throw new Error(`report_mistake said ${outcome}`);
  const { rows } = await pool.query<{ id: string }>(
    'select id from app.editor_tasks where confirmation_id = $1 order by created_at desc limit 1',
    [round.id],
  );
  const id = rows[0]?.id ?? '';
  const [elli, eetu] = await Promise.all([ELLI, EETU].map((who) => linksOfRecord(pool, 'task_id', id, who)));
  return { id, elli: elli?.close_task ?? '', eetu: eetu?.close_task ?? '' };
}

/** Letters about rounds and tasks that wait or have gone, each as "letter → address", sorted. */
export async function lettersOfRound(pool: pg.Pool, id: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select distinct o.id, o.letter || ' → ' || l.person_email as line
     from app.outbox o join app.links l on l.set_id = o.link_set left join app.editor_tasks t on t.id = o.task_id
     where $1 in (o.confirmation_id, t.confirmation_id) and o.dropped_at is null`,
    [id],
  );
  return rows.map(({ line }) => line).sort();
}
