// Every named check and every uniqueness of every table refuses what its name says, to a colleague in psql as well.
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { BREACHES } from '../../tests/support/sql-breaches.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newProvider, newRound, newTask } from '../../tests/support/sql-confirmations.ts';
import { newConsent } from '../../tests/support/sql-consents.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { newDocument } from '../../tests/support/sql-documents.ts';
import { mailed, replyLink, sendLetterTo, tell } from '../../tests/support/sql-mail.ts';
import { handOver, MAIJA, MATTI, newAddress, newNeed, newReference } from '../../tests/support/sql-needs.ts';
import { answered, inviteTo, keepVersion, sealed } from '../../tests/support/sql-surveys.ts';
import { invite, newCompany, signInAtWorkspace } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let spareLink: string;
let spareInvitation: string;
let spareLetter: string;
// A row of each table as it comes, which the cases spoil.
beforeAll(async () => {
  db = await testDatabase();
  const need = await newNeed(db.pool, { p_idempotency_key: 'key-of-a-form' });
  await handOver(db.pool, need);
  await call(db.pool, 'reply_to_need', { p_token_hash: need.company.reply_to_need, p_body: 'Kiitos' });
  await call(db.pool, 'answer_need', { p_token_hash: need.matti.answer_need, p_body: 'Soitan.' });
  await newTask(db.pool, await newRound(db.pool));
  await signIn(db.pool, MAIJA);
  const hash = randomBytes(32).toString('hex');
  await call(db.pool, 'ask_code', { p_door: 'desk', p_email: MAIJA, p_address_hash: hash, p_network_hash: hash });
  const person = await signIn(db.pool, MAIJA);
  await call(db.pool, 'desk_take_need', { p_reference: need.reference, p_seen: 1000, p_links: [] }, person);
  await mailed(db.pool, await replyLink(db.pool, need), 'joku@muualla.example');
  await tell(db.pool, 'bounced', await sendLetterTo(db.pool, need, need.email, 'receipt'));
  const company = await newCompany(db.pool);
  await invite(db.pool, company, newAddress());
  await newDocument(db.pool, company);
  // Another who names the same number, and a coordinator who has looked.
  const { reference } = await newNeed(db.pool, { p_business_id: company.businessId });
  await signInAtWorkspace(db.pool, (await newNeed(db.pool, { p_business_id: company.businessId })).email);
  await call(db.pool, 'desk_need', { p_reference: reference }, person);
  await call(
    db.pool,
    'desk_write_note',
    { p_reference: need.reference, p_seen: 1000, p_links: [], p_body: 'Muista.' },
    person,
  );
  const other = await newNeed(db.pool);
  await call(db.pool, 'desk_take_need', { p_reference: other.reference, p_seen: 1000, p_links: [] }, person);
  await answered(db.pool, await inviteTo(db.pool, other, await keepVersion(db.pool)), '2100-01-01', [
    { question: 'helped', choices: ['4'] },
  ]);
  const { rows } = await db.pool.query<{ id: string }>('select id from app.links where need_id = $1 limit 1', [
    other.id,
  ]);
  spareLink = rows[0]?.id as string;
  const version = await keepVersion(db.pool, { event: 'first_response' });
  const low = await inviteTo(db.pool, other, version);
  spareInvitation = (await inviteTo(db.pool, await newNeed(db.pool), version)).id;
  await call(db.pool, 'answer_survey', {
    p_token_hash: low.link,
    p_answers: [{ question: 'helped', choices: ['1'] }] as never,
    p_follow_up_due: '2100-01-01',
  });
  const letters = await db.pool.query<{ id: string }>(
    `insert into app.outbox (letter, about, link_set) select 'survey', $1, l.set_id from app.links l where l.need_id = $2 limit 1 returning id`,
    [spareInvitation, other.id],
  );
  const [, another] = (await db.pool.query<{ id: string }>('select id from app.outbox limit 2')).rows;
  spareLetter = (another ?? letters.rows[0])?.id as string;
  const anonymous = await keepVersion(db.pool, { anonymous: true });
  const opened = [1, 2, 3, 4, 5].map(() =>
    sealed(db.pool, anonymous, '2026-02-10', { question: 'words', body: 'Hyvin.' }),
  );
  await call(db.pool, 'release_answers', { p_month: '2026-02-01', p_opened: (await Promise.all(opened)) as never });
  await sealed(db.pool, anonymous, '2026-02-10', { question: 'words', body: 'Hyvin.' });
  await db.pool.query(
    `insert into app.absences (email, first_day, last_day) values ($1, '2030-07-01', '2030-07-31');
     insert into app.digests (letter, email, day, remind_due_by) values ('digest', $1, '2030-07-01', '2030-07-02')`.replaceAll(
      '$1',
      `'${MAIJA}'`,
    ),
  );
  await db.pool.query(
    `insert into app.reports (kind, meeting, first_month, last_month, figures) values ('steering_pack', '2026-04-10', '2026-01-01', '2026-03-01', '{}')`,
  );
  await newConsent(db.pool, company);
  await db.pool.query(
    'insert into app.consent_reminders (consent_id, ends_on, days_before) select id, ends_on, 7 from app.consents',
  );
  await call(db.pool, 'workspace_take_out', { p_company: company.id }, company.owner);
  await call(db.pool, 'workspace_ask_erasure', { p_company: company.id }, company.owner);
  await db.pool.query(`insert into app.erased_links (token_hash) values (sha256('one'));
    insert into app.erasures (person_email, erase_after) values ('joku@firma.example', now() + interval '8 days')`);
});
afterAll(() => db.close());

/** What a copy of a row needs to be a row of its own. */
const FRESH: Record<string, () => Record<string, unknown>> = {
  needs: () => ({ id: randomUUID(), reference: newReference(), idempotency_key: null }),
  links: () => ({ id: randomUUID(), set_id: randomUUID(), token_hash: `\\x${randomBytes(32).toString('hex')}` }),
  messages: () => ({ id: randomUUID() }),
  notes: () => ({ id: randomUUID() }),
  hand_overs: () => ({ id: randomUUID(), to_email: 'nelli@kehitys.example' }),
  outbox: () => ({ id: randomUUID() }),
  confirmations: () => ({ id: randomUUID(), provider: newProvider() }),
  editor_tasks: () => ({ id: randomUUID() }),
  events: () => ({}),
  coordinators: () => ({ email: `${randomUUID()}@city.example`, is_lead: false }),
  sessions: () => ({ id: randomUUID() }),
  code_requests: () => ({}),
  received_mails: () => ({ id: randomUUID(), provider_id: randomUUID() }),
  mail_events: () => ({ id: randomUUID() }),
  bounces: () => ({}),
  companies: () => ({ id: randomUUID(), business_id: null }),
  members: () => ({ id: randomUUID(), email: newAddress() }),
  member_invitations: () => ({ id: randomUUID() }),
  claims: () => ({ id: randomUUID(), email: newAddress() }),
  company_events: () => ({}),
  profile_facts: () => ({}),
  looks: () => ({ at: '2100-01-01' }),
  documents: () => ({ id: randomUUID(), object_id: randomUUID() }),
  absences: () => ({ id: randomUUID(), email: MATTI }),
  digests: () => ({ id: randomUUID(), email: MATTI }),
  erasures: () => ({ id: randomUUID(), undone_at: '2100-01-01' }),
  erased_links: () => ({ token_hash: `\\x${randomBytes(32).toString('hex')}` }),
  take_outs: () => ({ id: randomUUID() }),
  consents: () => ({ id: randomUUID() }),
  consent_events: () => ({}),
  reports: () => ({ id: randomUUID(), meeting: '2026-05-10' }),
  survey_versions: () => ({ survey: `kysely-${randomUUID()}`, version: 99 }),
  survey_invitations: () => ({ id: randomUUID(), event: 'midway', link_id: spareLink }),
  named_answers: () => ({}),
  sealed_answers: () => ({ key_hash: `\\x${randomBytes(32).toString('hex')}` }),
  answer_cells: () => ({ id: randomUUID(), month: '2026-05-01' }),
  opened_texts: () => ({ id: randomUUID() }),
  follow_ups: () => ({ id: randomUUID(), invitation_id: spareInvitation }),
  survey_letters: () => ({ outbox_id: spareLetter, mailbox: 1 }),
};
/** For those of which there is one to a need, or to a letter. */
const EMPTY_FIRST = ['named_answers', 'bounces'];

/** Which row of a table is copied; elsewhere there is but one kind. */
const ROW: Record<string, string> = {
  messages: `kind = 'reply'`,
  outbox: `letter = 'receipt'`,
  links: 'need_id is not null',
  events: 'session_id is not null',
  coordinators: 'is_lead',
  erasures: 'company_id is not null',
  profile_facts: `field = 'company_name'`,
};

/** A copy of a row with these changes, taken back at once; 'keep' leaves a column as in the row copied. */
async function insertCopy(table: string, changes: Record<string, unknown>): Promise<void> {
  const kept = Object.keys(changes).filter((column) => changes[column] === 'keep');
  const values = Object.entries({ ...FRESH[table]?.(), ...changes }).filter(([column]) => !kept.includes(column));
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temporary table one on commit drop as select * from app.${table} where ${ROW[table] ?? 'true'} limit 1`,
    );
    if (EMPTY_FIRST.includes(table)) await client.query(`delete from app.${table}`);
    // Postgres itself fills in what it generates.
    const { rows } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'app' and table_name = $1 and is_generated = 'NEVER' and is_identity = 'NO'`,
      [table],
    );
    const columns = rows[0]?.names;
    await client.query(
      `insert into app.${table} (${columns}) select ${columns} from (select (jsonb_populate_record(one, $1)).* from one) copy`,
      [JSON.stringify(Object.fromEntries(values))],
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
}
it('no check and no uniqueness is without a case here', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select conname as name from pg_constraint where connamespace = 'app'::regnamespace and contype in ('c', 'u')
     union
     select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'app'::regnamespace and i.indisunique and i.indpred is not null`,
  );
  expect(rows.map(({ name }) => name.replace('app.', '')).sort()).toEqual(Object.keys(BREACHES).sort());
});

it.each(Object.keys(FRESH))('a copy of a good row of %s is good', async (table) => {
  await insertCopy(table, {});
});

it.each(Object.entries(BREACHES))('%s', async (constraint, [table, ...cases]) => {
  // A check, or a uniqueness.
  const code = expect.stringMatching(/^(23514|23505)$/);
  for (const changes of cases) await expect(insertCopy(table, changes)).rejects.toMatchObject({ code, constraint });
});
