// The keeping times: what is past its time goes, what is not stays, whoever runs it and however often.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEEPING_KINDS, type KeepingKind } from '#domain/content/keeping.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call } from '../../tests/support/sql-call.ts';
import { newRound, newTask } from '../../tests/support/sql-confirmations.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import { newWholeCompany, tablesWith } from '../../tests/support/sql-whole-company.ts';
import { enterWorkspace, newCompany, signInAtWorkspace } from '../../tests/support/sql-workspace.ts';
import { TABLE_DECISIONS } from '../../tests/support/table-decisions.ts';

let db: TestDatabase;
// One each: time that one test lets pass is nobody else's.
beforeEach(async () => {
  db = await testDatabase();
});
afterEach(() => db.close());

/** Longer than any test lets pass, but for the kind that it is about. */
const times = (changes: Partial<Record<KeepingKind, string>> = {}) => ({
  ...Object.fromEntries(KEEPING_KINDS.map((kind) => [kind, '50 years'])),
  ...changes,
});
async function keep(changes: Partial<Record<KeepingKind, string>> = {}, p_most = 200): Promise<Record<string, number>> {
  const rows = await call(db.pool, 'keep_times', { p_times: times(changes), p_most });
  return Object.fromEntries(rows.filter(({ done }) => done > 0).map(({ kind, done }) => [kind, done]));
}
const count = async (sql: string, ...values: unknown[]) => (await db.pool.query(sql, values)).rowCount;

it('each table of the database has a keeping time, goes with what has one, or has a reason to stay', async () => {
  const { rows } = await db.pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'app' order by 1`,
  );
  expect(rows.map(({ name }) => name).filter((name) => !TABLE_DECISIONS[name]?.keeping)).toEqual([]);
  const kinds = Object.values(TABLE_DECISIONS).map(({ keeping }) =>
    typeof keeping === 'string' ? keeping : 'with' in keeping ? keeping.with : undefined,
  );
  expect(KEEPING_KINDS.filter((kind) => !kinds.includes(kind))).toEqual([]);
});

it('the kinds of the content are those of the database', async () => {
  const { rows } = await db.pool.query<{ kind: string }>(
    'select unnest(enum_range(null::api.keeping_kind))::text as kind',
  );
  expect(rows.map(({ kind }) => kind)).toEqual([...KEEPING_KINDS]);
});

it('a time that is missing or too short stops everything', async () => {
  for (const kind of KEEPING_KINDS)
    for (const wrong of [null, '0 days', '1 hour', '-1 year'])
      await expect(
        call(db.pool, 'keep_times', { p_times: { ...times(), [kind]: wrong }, p_most: 1 }),
      ).rejects.toMatchObject({ code: 'KEEPS' });
});

describe('of a company with a row of everything, after five years', () => {
  /** What is looked at to see that a kind went; the mark stands in it. */
  const GONE: Partial<Record<KeepingKind, string[]>> = {
    needs: [
      'app.needs',
      'app.messages',
      'app.events',
      'app.notes',
      'app.received_mails',
      'app.bounces',
      'app.named_answers',
    ],
    letters: ['app.outbox', 'app.bounces'],
    'delivery-reports': ['app.mail_events'],
    looks: ['app.looks'],
    'workspace-log': ['app.company_events'],
    invitations: ['app.member_invitations'],
    consents: ['app.consents', 'app.consent_events'],
    receipts: ['app.take_outs'],
  };
  let mark: string;
  beforeEach(async () => {
    mark = (await newWholeCompany(db.pool)).mark;
    await db.pool.query(
      'update app.outbox set sent_at = now(), dropped_at = null, stuck_at = null where sent_at is null',
    );
    await db.pool.query('update app.consents set withdrawn_at = now(), withdrawn_by = given_by');
    await letPass(db.pool, '5 years');
  });

  it.each(Object.keys(GONE) as KeepingKind[])('%s go when their time has come, and not before', async (kind) => {
    const tables = (GONE[kind] ?? []).filter((name) => name !== 'app.needs' && name !== 'app.received_mails');
    const before = await tablesWith(db.pool, mark);
    expect(tables.filter((name) => !before.includes(name))).toEqual([]);
    expect(await keep({ [kind]: '6 years' })).toEqual({});
    expect(await tablesWith(db.pool, mark)).toEqual(before);
    expect((await keep({ [kind]: '4 years' }))[kind]).toBeGreaterThan(0);
    // A need of whoever named the company's number has not ended, and stays.
    const left = await db.pool.query(`select from app.needs where description ilike $1 and closed_at is not null`, [
      `%${mark}%`,
    ]);
    if (kind === 'needs') expect(left.rowCount).toBe(0);
    const after = await tablesWith(db.pool, mark);
    const stays = ['app.events', 'app.outbox'];
    expect(tables.filter((name) => after.includes(name) && !(kind === 'needs' && stays.includes(name)))).toEqual([]);
    expect(await keep({ [kind]: '4 years' })).toEqual({});
  });
});

it('an open need stays for as long as it is open', async () => {
  const { id } = await newNeed(db.pool);
  await letPass(db.pool, '9 years');
  await keep({ needs: '1 year', links: '1 year', letters: '50 years' });
  expect(await count('select from app.needs where id = $1 and erased_at is null', id)).toBe(1);
  expect(await count('select from app.links where need_id = $1', id)).toBeGreaterThan(0);
});

it('sign-ins, codes, links and dead links go by their ends', async () => {
  const company = await newCompany(db.pool);
  await db.pool.query(`insert into app.erased_links (token_hash) values (sha256($1))`, [randomUUID()]);
  await db.pool.query(`insert into app.code_requests (address_hash, network_hash) values (sha256('a'), sha256('b'))`);
  await call(db.pool, 'withdraw_need', { p_token_hash: company.need.company.see_need });
  await letPass(db.pool, '2 years');
  const done = await keep({ 'sign-ins': '1 year', codes: '1 day', links: '1 year', 'erased-links': '1 year' });
  expect(Object.keys(done).sort()).toEqual(['codes', 'erased-links', 'links', 'sign-ins']);
  expect(await count('select from app.sessions where email = $1', company.owner.email)).toBe(0);
});

it('a claim that nobody settled goes as one that was, and its claimant may ask anew', async () => {
  const company = await newCompany(db.pool);
  const { email } = await newNeed(db.pool, { p_business_id: company.businessId });
  await signInAtWorkspace(db.pool, email);
  await letPass(db.pool, '23 months');
  expect(await keep({ claims: '24 months' })).toEqual({});
  await letPass(db.pool, '2 months');
  expect(await keep({ claims: '24 months' })).toEqual({ claims: 1 });
  const again = await enterWorkspace(db.pool, email);
  expect(await call(db.pool, 'workspace_to_own', {}, again)).toHaveLength(1);
});

it('a record of the very moment stays; one a moment older goes', async () => {
  await db.pool.query(
    `insert into app.erased_links (token_hash, erased_at) values (sha256('stays'), now() - interval '1 year' + interval '1 minute'),
       (sha256('goes'), now() - interval '1 year' - interval '1 second')`,
  );
  expect(await keep({ 'erased-links': '1 year' })).toEqual({ 'erased-links': 1 });
  expect(await count(`select from app.erased_links where token_hash = sha256('stays')`)).toBe(1);
});

it('what breaks off in the middle has done nothing, and the next run does all of it', async () => {
  const { company } = await newNeed(db.pool);
  await call(db.pool, 'withdraw_need', { p_token_hash: company.see_need });
  await db.pool.query(`insert into app.erased_links (token_hash) values (sha256('a'))`);
  await letPass(db.pool, '2 years');
  await db.pool.query(
    `create function app.breaks_off() returns trigger language plpgsql as $$ begin raise 'gone'; end $$`,
  );
  await db.pool.query(
    'create trigger breaks_off before delete on app.erased_links for each row execute function app.breaks_off()',
  );
  await expect(keep({ needs: '1 year', 'erased-links': '1 year' })).rejects.toThrow('gone');
  expect(await count('select from app.needs where erased_at is not null')).toBe(0);
  await db.pool.query('drop trigger breaks_off on app.erased_links');
  // The error is told before the broken run has let go of its lock.
  await db.pool.query(`select pg_advisory_xact_lock(hashtext('keep_times'))`);
  expect(await keep({ needs: '1 year', 'erased-links': '1 year' })).toEqual({ needs: 1, 'erased-links': 1 });
});

it('an ended round of confirmation goes with its tasks and its log; one under way stays', async () => {
  const [ended, open] = [await newRound(db.pool), await newRound(db.pool)];
  await newTask(db.pool, ended);
  await db.pool.query('update app.confirmations set ended_at = now() where id = $1', [ended.id]);
  await letPass(db.pool, '3 years');
  expect(await keep({ confirmations: '2 years' })).toEqual({ confirmations: 1 });
  expect(await count('select from app.confirmations where id = any ($1)', [ended.id, open.id])).toBe(1);
  const log = db.pool.query('delete from app.events where confirmation_id = $1', [open.id]);
  await expect(log.then(({ rowCount }) => rowCount || Promise.reject({ code: 'NAPND' }))).rejects.toMatchObject({
    code: 'NAPND',
  });
});

describe('a workspace that nobody uses', () => {
  it('is announced a month before to its owners, and goes then', async () => {
    const company = await newCompany(db.pool);
    await call(db.pool, 'withdraw_need', { p_token_hash: company.need.company.see_need });
    await letPass(db.pool, '4 years');
    expect(await keep({ workspaces: '3 years' })).toEqual({ workspaces: expect.any(Number) });
    expect(await keep({ workspaces: '3 years' })).toEqual({});
    expect(
      await count(`select from app.outbox where letter = 'workspace_unused' and to_email = $1`, company.owner.email),
    ).toBe(1);
    await call(db.pool, 'erase_due', { p_most: 100, p_links: [] });
    expect(await count('select from app.companies where id = $1', company.id)).toBe(1);
    await letPass(db.pool, '33 days');
    await call(db.pool, 'erase_due', { p_most: 100, p_links: [] });
    expect(await count('select from app.companies where id = $1', company.id)).toBe(0);
  });

  it('stays when one of its people signs in, and is not told of again', async () => {
    const company = await newCompany(db.pool);
    await call(db.pool, 'withdraw_need', { p_token_hash: company.need.company.see_need });
    await letPass(db.pool, '4 years');
    await keep({ workspaces: '3 years' });
    await signInAtWorkspace(db.pool, company.owner.email);
    await letPass(db.pool, '40 days');
    await call(db.pool, 'erase_due', { p_most: 100, p_links: [] });
    expect(await count('select from app.companies where id = $1', company.id)).toBe(1);
    expect(await keep({ workspaces: '3 years' })).toEqual({});
  });

  it('is none while a need of it is open', async () => {
    const company = await newCompany(db.pool);
    await letPass(db.pool, '4 years');
    await keep({ workspaces: '3 years' });
    expect(await count('select from app.erasures where company_id = $1', company.id)).toBe(0);
  });
});

it('goes in batches, and two runs at once do no more than one', async () => {
  const needs = [await newNeed(db.pool), await newNeed(db.pool), await newNeed(db.pool)];
  for (const { company } of needs) await call(db.pool, 'withdraw_need', { p_token_hash: company.see_need });
  await letPass(db.pool, '2 years');
  expect(await keep({ needs: '1 year' }, 2)).toEqual({ needs: 2 });
  const two = await Promise.all([keep({ needs: '1 year' }), keep({ needs: '1 year' })]);
  expect(two.reduce((sum, { needs: done = 0 }) => sum + done, 0)).toBe(1);
  const { rows } = await db.pool.query<{ done: object }>('select done from app.keeping_runs order by id desc limit 2');
  expect(rows.map(({ done }) => done)).toEqual([{ needs: 1 }, { needs: 2 }]);
});

it('the logs stay shut to everybody else: what is young is not deleted, by its owner neither', async () => {
  const company = await newWholeCompany(db.pool);
  for (const sql of [
    'delete from app.looks where company_id = $1',
    'delete from app.company_events where company_id = $1',
    'delete from app.events e using app.needs n where n.id = e.need_id and n.company_id = $1',
  ])
    await expect(db.pool.query(sql, [company.id])).rejects.toMatchObject({ code: 'NAPND' });
});
