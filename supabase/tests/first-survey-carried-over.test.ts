// The first simple survey, as a portal in use had it, carried over into surveys with versions: no answer is lost, no link dies.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { randomHash } from '../../tests/support/sql-links.ts';
import { migrate, readMigrations } from '../local/migrate.ts';

const CARRIED_OVER = '20261128151200';
const MIGRATIONS = readMigrations(join(import.meta.dirname, '../migrations'));

interface OldNeed {
  id: string;
  link: string;
}
let count = 1;
interface Before {
  answer?: string;
  changed?: boolean;
  letter?: 'sent' | 'waiting';
}

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ template: 'template0' });
  await migrate(
    db.url,
    MIGRATIONS.filter(({ version }) => version < CARRIED_OVER),
  );
}, 60_000);
afterAll(() => db.close());

const rows = async <Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> =>
  (await db.pool.query<Row>(sql, values)).rows;

/** A need of Monday that was answered on Tuesday, with the survey that went out on Wednesday and was answered on Thursday. */
async function old({ answer, changed, letter }: Before): Promise<OldNeed> {
  const [set, link] = [randomUUID(), randomHash()];
  const [need] = await rows<{ id: string }>(
    `insert into app.needs (reference, language, description, services, founder, contact_name, contact_email, contact_by,
       notice_version, fingerprint, received_at, promise_days, due_at, survey_after, first_response_at, promise_kept)
     values ($1, 'fi', 'Tarvitsemme apua hitsauksessa.', '{hitsauskoulutus}', true, 'Saara', $2, 'email', '2026-11-22',
       repeat('a', 64), '2026-11-16 10:00+02', 2, '2026-11-18 23:59:59+02', '3 hours', '2026-11-17 10:00+02', true)
     returning id`,
    `ABCD-234${++count}`,
    `saara-${set}@firma.example`,
  );
  const id = need?.id as string;
  await db.pool.query(
    `insert into app.links (id, token_hash, set_id, need_id, purpose, person_role, person_email, person_name, language, expires_at)
     select gen_random_uuid(), decode($1, 'hex'), $2, n.id, 'answer_survey', 'company', n.contact_email, n.contact_name, 'fi', now() + interval '90 days'
     from app.needs n where n.id = $3`,
    [link, set, id],
  );
  if (letter)
    await db.pool.query(
      `insert into app.outbox (letter, need_id, link_set, created_at, sent_at) values ('survey', $1, $2, '2026-11-17 10:00+02', $3)`,
      [id, set, letter === 'sent' ? '2026-11-18 10:00+02' : null],
    );
  if (answer)
    await db.pool.query(
      `insert into app.survey_answers (need_id, survey, version, answer, answered_at, changed_at)
       values ($1, 'first-response', 1, $2, '2026-11-19 10:00+02', $3)`,
      [id, answer, changed ? '2026-11-20 10:00+02' : null],
    );
  return { id, link };
}

describe('after the migrations that follow', () => {
  const needs = {} as Record<'yes' | 'no' | 'unknown' | 'silent' | 'waiting' | 'unasked', OldNeed>;
  beforeAll(async () => {
    needs.yes = await old({ letter: 'sent', answer: 'yes', changed: true });
    needs.no = await old({ letter: 'sent', answer: 'no' });
    needs.unknown = await old({ letter: 'sent', answer: 'maybe' });
    needs.silent = await old({ letter: 'sent' });
    needs.waiting = await old({ letter: 'waiting' });
    needs.unasked = await old({});
    await migrate(db.url, MIGRATIONS);
  }, 120_000);
  const invitationOf = async ({ id }: OldNeed) =>
    (await rows<Record<string, unknown>>('select * from app.survey_invitations where need_id = $1', id))[0];

  it.each([
    ['yes', '2026-11-20T08:00:00.000Z'],
    ['no', '2026-11-19T08:00:00.000Z'],
  ] as const)('a %s stands as it was given, with its times, and its link opens it', async (answer, changed) => {
    expect(await invitationOf(needs[answer])).toMatchObject({
      survey: 'first-response',
      version: 1,
      anonymous: false,
      service: 'hitsauskoulutus',
      invited_at: new Date('2026-11-18T08:00:00Z'),
      answered_at: new Date('2026-11-19T08:00:00Z'),
    });
    const stored = await rows(
      `select question, choices, changed_at from app.named_answers a join app.survey_invitations i on i.id = a.invitation_id where i.need_id = $1`,
      needs[answer].id,
    );
    expect(stored).toEqual([{ question: 'contacted', choices: [answer], changed_at: new Date(changed) }]);
    const [opened] = await call(db.pool, 'open_survey', { p_token_hash: needs[answer].link });
    expect(opened).toMatchObject({ questions: [{ key: 'contacted' }], answers: [{ choices: [answer] }] });
  });

  it('an old no opens no task: whoever gave it was answered, or not, by what there was then', async () => {
    expect(await rows('select from app.follow_ups')).toEqual([]);
  });

  it('an answer that the question never had is known as an answer, and counted as nothing', async () => {
    expect(await invitationOf(needs.unknown)).toMatchObject({ answered_at: new Date('2026-11-19T08:00:00Z') });
    expect(
      await rows(
        'select from app.named_answers a join app.survey_invitations i on i.id = a.invitation_id where i.need_id = $1',
        needs.unknown.id,
      ),
    ).toEqual([]);
  });

  it('whoever had the letter and is silent can still answer by its link, and is not reminded: nobody promised that letter', async () => {
    expect(await invitationOf(needs.silent)).toMatchObject({ answered_at: null, reminded_at: expect.any(Date) });
    const p_answers = [{ question: 'contacted', choices: ['yes'] }] as never;
    const answer = { p_token_hash: needs.silent.link, p_answers, p_follow_up_due: new Date().toISOString() };
    expect(await call(db.pool, 'answer_survey', answer)).toBe('answered');
  });

  it('a letter that waited is dropped, and its need is one to be asked about', async () => {
    const letters = await rows<{ dropped_at: Date | null }>(
      `select dropped_at from app.outbox where need_id = $1 and letter = 'survey'`,
      needs.waiting.id,
    );
    expect(letters).toEqual([{ dropped_at: expect.any(Date) }]);
    expect(await invitationOf(needs.waiting)).toBeUndefined();
    expect(await rows('select event from app.service_events where need_id = $1', needs.waiting.id)).toEqual([
      { event: 'first_response' },
    ]);
  });

  it('of a need about which nobody was asked nothing is made up', async () => {
    expect(await invitationOf(needs.unasked)).toBeUndefined();
    expect(await rows('select from app.service_events where need_id = $1', needs.unasked.id)).toEqual([]);
  });
});
