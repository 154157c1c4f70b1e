// Surveys for database tests: versions, invitations and answers as the mechanism leaves them, made row by row.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Enums } from './sql-call.ts';
import { randomHash } from './sql-links.ts';
import type { TestNeed } from './sql-needs.ts';

const inAll = (text: string) => ({ fi: text, sv: text, en: text });

export const QUESTIONS = [
  { key: 'contacted', kind: 'fact', text: inAll('Otettiinko sinuun yhteyttä?') },
  { key: 'helped', kind: 'scale', text: inAll('Auttoiko se eteenpäin?') },
  { key: 'next', kind: 'one_of', options: ['nothing', 'new-need'], text: inAll('Mitä seuraavaksi?') },
  { key: 'missed', kind: 'some_of', options: ['speed', 'skill', 'price'], text: inAll('Mitä jäit kaipaamaan?') },
  { key: 'words', kind: 'text', text: inAll('Mitä muuta haluat sanoa?') },
];

export interface TestVersion {
  survey: string;
  version: number;
  anonymous: boolean;
  event: Enums['survey_event'];
}

export async function keepVersion(
  pool: pg.Pool,
  {
    survey = `kysely-${randomUUID().slice(0, 8)}`,
    version = 1,
    anonymous = false,
    event = 'closing',
  }: Partial<TestVersion> = {},
  questions: unknown = QUESTIONS,
  texts: unknown = { version },
): Promise<TestVersion> {
  await pool.query(
    `insert into app.survey_versions (survey, version, event, anonymous, questions, texts) values ($1, $2, $3, $4, $5, $6)`,
    [survey, version, event, anonymous, JSON.stringify(questions), JSON.stringify(texts)],
  );
  return { survey, version, anonymous, event };
}

export interface Facts {
  theme?: string | null;
  provider?: string | null;
  service?: string | null;
}

export interface TestInvitation {
  id: string;
  /** Hash of the link's token. */
  link: string;
}

/** The contact of a need is asked, behind a link of its own. */
export async function inviteTo(
  pool: pg.Pool,
  need: TestNeed,
  { survey, version, anonymous, event }: TestVersion,
  { theme = null, provider = null, service = null }: Facts = {},
): Promise<TestInvitation> {
  const [link, hash] = [randomUUID(), randomHash()];
  await pool.query(
    `insert into app.links (id, token_hash, set_id, need_id, purpose, person_role, person_email, language)
     values ($1, decode($2, 'hex'), gen_random_uuid(), $3, 'answer_survey', 'company', $4, 'fi')`,
    [link, hash, need.id, need.email],
  );
  const { rows } = await pool.query<{ id: string }>(
    `insert into app.survey_invitations (need_id, event, survey, version, anonymous, link_id, theme, provider, service)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [need.id, event, survey, version, anonymous, link, theme, provider, service],
  );
  return { id: rows[0]?.id as string, link: hash };
}

export interface Given extends Facts {
  question: string;
  choices?: string[];
  body?: string;
  may_show?: boolean;
}

/** Of a named survey, answered on a day of the past. */
export async function answered(pool: pg.Pool, invitation: TestInvitation, on: string, given: Given[]): Promise<void> {
  await pool.query('update app.survey_invitations set answered_at = $2 where id = $1', [invitation.id, on]);
  for (const { question, choices = null, body = null, may_show = false } of given)
    await pool.query(
      `insert into app.named_answers (invitation_id, question, choices, body, may_show, changed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [invitation.id, question, choices, body, may_show, on],
    );
}

/** As the function that opens it passes it on. */
export interface Opened {
  key_hash: string;
  choices: string[] | null;
  body: string | null;
  may_show: boolean;
  theme: string | null;
  provider: string | null;
  service: string | null;
}

/** An envelope of an anonymous survey, and what is in it. Here nothing is encrypted: SQL never looks inside. */
export async function sealed(
  pool: pg.Pool,
  { survey, version }: TestVersion,
  on: string,
  given: Given,
): Promise<Opened> {
  const key_hash = randomHash();
  await pool.query(
    `insert into app.sealed_answers (key_hash, survey, version, question, envelope, answered_on)
     values (decode($1, 'hex'), $2, $3, $4, convert_to(repeat('x', 284), 'UTF8'), $5)`,
    [key_hash, survey, version, given.question, on],
  );
  const { choices = null, body = null, may_show = false, theme = null, provider = null, service = null } = given;
  return { key_hash, choices, body, may_show, theme, provider, service };
}
