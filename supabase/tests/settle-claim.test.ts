// Claims that are settled while something else happens to them: nobody comes in by the wrong hand, and nobody is met by a fault.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { MAIJA, newNeed } from '../../tests/support/sql-needs.ts';
import {
  invite,
  newCompany,
  peopleOf,
  signInAtWorkspace,
  type TestCompany,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let maija: Claims;
beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
});
afterAll(() => db.close());

async function claimOf({ businessId }: TestCompany) {
  const need = await newNeed(db.pool, { p_business_id: businessId });
  const claimant = await signInAtWorkspace(db.pool, need.email);
  const { rows } = await db.pool.query<{ id: string }>('select id from app.claims where need_id = $1', [need.id]);
  return { claimant, id: rows[0]?.id as string };
}
const answer = (p_claim: string, { owner }: TestCompany) =>
  call(db.pool, 'workspace_settle_claim', { p_claim, p_let_in: true, p_role: 'owner' }, owner);
const settle = (p_claim: string, p_state: 'let_in' | 'moved' | 'refused') =>
  call(db.pool, 'desk_settle_claim', { p_claim, p_state }, maija);
const lockOf = (table: 'claims' | 'companies', id: string) => ({
  sql: `select from app.${table} where id = $1 for update`,
  values: [id],
});

/** Once somebody waits for a lock. */
async function afterFirst<T>(next: () => Promise<T>): Promise<T> {
  await expect
    .poll(async () => {
      const { rows } = await db.pool.query(
        `select count(*)::integer as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0].count;
    })
    .toBeGreaterThan(0);
  return next();
}

it('whoever held a number that moves lets nobody into its new holder’s workspace, not in the same moment either', async () => {
  const first = await newCompany(db.pool);
  const rightful = await claimOf(first);
  const accomplice = await claimOf(first);
  const said = await atOnce<string>(db.pool, lockOf('claims', accomplice.id), [
    () => settle(rightful.id, 'moved'),
    () => afterFirst(() => answer(accomplice.id, first)),
  ]);
  expect(said).toEqual(['settled', 'gone']);
  const { rows } = await db.pool.query('select id from app.companies where business_id = $1', [first.businessId]);
  expect(await peopleOf(db.pool, rows[0].id)).toEqual([`owner ${rightful.claimant.email}`]);
});

it('an owner and a coordinator who answer at once: one of them does', async () => {
  const company = await newCompany(db.pool);
  const { claimant, id } = await claimOf(company);
  const said = await atOnce<string>(db.pool, lockOf('claims', id), [
    () => answer(id, company),
    () => settle(id, 'refused'),
  ]);
  expect(said.toSorted()).toEqual(['already_settled', 'settled']);
  const isIn = (await peopleOf(db.pool, company.id)).includes(`owner ${claimant.email}`);
  expect(isIn).toBe(said[0] === 'settled');
});

it('whoever joins by an invitation while an owner lets her in is in once, and neither meets a fault', async () => {
  const company = await newCompany(db.pool);
  const { claimant, id } = await claimOf(company);
  const p_invitation = await invite(db.pool, company, claimant.email);
  const said = await atOnce<string>(db.pool, lockOf('companies', company.id), [
    () => answer(id, company),
    () => call(db.pool, 'workspace_join_company', { p_invitation }, claimant),
  ]);
  expect([
    ['settled', 'already_member'],
    ['already_settled', 'joined'],
  ]).toContainEqual(said);
  expect((await peopleOf(db.pool, company.id)).filter((line) => line.endsWith(claimant.email))).toHaveLength(1);
});

it('one who guesses in another’s name is one claim, many are ten letters in a day, and the page lists them all', async () => {
  const company = await newCompany(db.pool);
  for (let count = 0; count < 12; count += 1) await claimOf(company);
  const letters = await db.pool.query(`select from app.outbox where letter = 'claim_asked' and to_email = $1`, [
    company.owner.email,
  ]);
  expect(letters.rowCount).toBe(10);
  const [page] = (await call(db.pool, 'workspace_people', { p_company: company.id }, company.owner)) as unknown as {
    claims: unknown[];
  }[];
  expect(page?.claims).toHaveLength(12);
});
