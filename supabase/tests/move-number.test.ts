// A coordinator moves a business ID to a workspace of the claimant's own: one holds it, whatever else happens, and everybody concerned is told.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { signIn } from '../../tests/support/sql-desk.ts';
import { MAIJA, newNeed } from '../../tests/support/sql-needs.ts';
import {
  companyOf,
  newBusinessId,
  newCompany,
  peopleOf,
  signInAtWorkspace,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let maija: Claims;
beforeAll(async () => {
  db = await testDatabase();
  maija = await signIn(db.pool, MAIJA);
});
afterAll(() => db.close());

/** Somebody names the number of a company that others hold, and says that it is hers. */
async function claimOf(businessId: string) {
  const need = await newNeed(db.pool, { p_business_id: businessId });
  await signInAtWorkspace(db.pool, need.email);
  const { rows } = await db.pool.query<{ id: string }>('select id from app.claims where need_id = $1', [need.id]);
  return { need, id: rows[0]?.id as string };
}
const move = (p_claim: string) => call(db.pool, 'desk_settle_claim', { p_claim, p_state: 'moved' }, maija);
const holders = async (businessId: string): Promise<string[]> =>
  (await db.pool.query<{ id: string }>('select id from app.companies where business_id = $1', [businessId])).rows.map(
    ({ id }) => id,
  );
const letters = async (email: string): Promise<string[]> =>
  (
    await db.pool.query<{ letter: string }>('select letter from app.outbox where to_email = $1 order by 1', [email])
  ).rows.map(({ letter }) => letter);

it('the claimant holds it in a workspace of her own, the first one goes on without it, and both are told', async () => {
  const first = await newCompany(db.pool);
  const { need, id } = await claimOf(first.businessId);
  expect(await move(id)).toBe('settled');
  const [holder] = await holders(first.businessId);
  expect(await peopleOf(db.pool, holder as string)).toEqual([`owner ${need.email}`]);
  expect(await companyOf(db.pool, need.id)).toBe(holder);
  expect(await companyOf(db.pool, first.need.id)).toBe(first.id);
  expect(await letters(first.owner.email)).toEqual(['claim_asked', 'number_moved']);
  expect(await letters(need.email)).toEqual(['claim_settled']);
});

it('also when there is no need any more with which the claim began', async () => {
  const first = await newCompany(db.pool);
  const { need, id } = await claimOf(first.businessId);
  await db.pool.query('update app.claims set need_id = null where id = $1', [id]);
  await db.pool.query('update app.needs set disowned_at = now() where id = $1', [need.id]);
  expect(await move(id)).toBe('settled');
  const [holder] = await holders(first.businessId);
  expect(await peopleOf(db.pool, holder as string)).toEqual([`owner ${need.email}`]);
});

it('others who named it ask its new holder, and are lost in no one’s list', async () => {
  const first = await newCompany(db.pool);
  const { need, id } = await claimOf(first.businessId);
  const other = await claimOf(first.businessId);
  await move(id);
  const [holder] = await holders(first.businessId);
  const { rows } = await db.pool.query('select company_id, state from app.claims where id = $1', [other.id]);
  expect(rows).toEqual([{ company_id: holder, state: 'asked' }]);
  expect(await letters(need.email)).toEqual(['claim_asked', 'claim_settled']);
  expect(await companyOf(db.pool, other.need.id)).toBeNull();
});

it('is not taken back by the first one: she asks as anybody does', async () => {
  const first = await newCompany(db.pool);
  const { id } = await claimOf(first.businessId);
  await move(id);
  const taken = { p_company: first.id, p_values: { business_id: first.businessId } };
  expect(await call(db.pool, 'workspace_correct_profile', taken, first.owner)).toBe('id_taken');
  await newNeed(db.pool, { p_business_id: first.businessId, p_contact_email: first.owner.email });
  await signInAtWorkspace(db.pool, first.owner.email);
  expect(await holders(first.businessId)).toHaveLength(1);
  const { rows } = await db.pool.query('select state from app.claims where email = $1', [first.owner.email]);
  expect(rows).toEqual([{ state: 'asked' }]);
});

it('where the first one gave it up meanwhile, the claimant has it, and the first keeps the number that it has now', async () => {
  const first = await newCompany(db.pool);
  const { need, id } = await claimOf(first.businessId);
  const changed = newBusinessId();
  const given = { p_company: first.id, p_values: { business_id: changed } };
  await call(db.pool, 'workspace_correct_profile', given, first.owner);
  expect(await move(id)).toBe('settled');
  expect(await holders(changed)).toEqual([first.id]);
  const [holder] = await holders(first.businessId);
  expect(await peopleOf(db.pool, holder as string)).toEqual([`owner ${need.email}`]);
  expect(await letters(first.owner.email)).toEqual(['claim_asked']);
});
