// How needs come to a company: its sender proves the address, and a business ID alone proves nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { atOnce } from '../../tests/support/sql-at-once.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import {
  companyOf,
  newBusinessId,
  newColleague,
  newCompany,
  peopleOf,
  signInAtWorkspace,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const open = async (person: Claims, p_company: string | null = null) =>
  (await call(db.pool, 'workspace', { p_company, p_page: 1 }, person))[0];
const references = async (person: Claims, company: string | null = null) =>
  (((await open(person, company))?.needs ?? []) as { reference: string }[]).map(({ reference }) => reference);
const claimsOf = async (company: string) =>
  (
    await db.pool.query<{ line: string }>(
      `select email || ' ' || state as line from app.claims where company_id = $1 order by asked_at, id`,
      [company],
    )
  ).rows.map(({ line }) => line);

describe('a need', () => {
  it('belongs to nobody until its sender has signed in, and then makes the company, whose owner she is', async () => {
    const need = await newNeed(db.pool, { p_business_id: newBusinessId() });
    expect(await companyOf(db.pool, need.id)).toBeNull();
    const owner = await signInAtWorkspace(db.pool, need.email);
    const company = (await companyOf(db.pool, need.id)) as string;
    expect(await peopleOf(db.pool, company)).toEqual([`owner ${need.email}`]);
    expect(await references(owner)).toEqual([need.reference]);
  });

  it('that came before or after with the same address joins the others at the next sign-in', async () => {
    const company = await newCompany(db.pool);
    const later = await newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: company.need.email });
    expect(await references(company.owner)).toEqual([company.need.reference]);
    await signInAtWorkspace(db.pool, company.need.email);
    expect(await references(company.owner)).toEqual([later.reference, company.need.reference]);
  });

  it('of a founder makes a company without a number, and the next one of hers joins it', async () => {
    const first = await newNeed(db.pool, { p_business_id: null, p_founder: true });
    const second = await newNeed(db.pool, { p_business_id: null, p_founder: true, p_contact_email: first.email });
    await signInAtWorkspace(db.pool, first.email);
    expect(await companyOf(db.pool, first.id)).toBe(await companyOf(db.pool, second.id));
  });

  it('of somebody with two companies goes to each by its number, and the page asks which one', async () => {
    const email = newAddress();
    const one = await newCompany(db.pool, { p_contact_email: email });
    const other = await newCompany(db.pool, { p_contact_email: email });
    const page = await open(other.owner);
    expect([page?.company, page?.companies]).toEqual([null, expect.objectContaining({ length: 2 })]);
    expect(await references(other.owner, one.id)).toEqual([one.need.reference]);
    expect(await references(other.owner, other.id)).toEqual([other.need.reference]);
  });

  it('does not go from one company to another, not even by a colleague in psql', async () => {
    const [one, other] = [await newCompany(db.pool), await newCompany(db.pool)];
    const moved = db.pool.query('update app.needs set company_id = $1 where id = $2', [other.id, one.need.id]);
    await expect(moved).rejects.toMatchObject({ code: 'NCOMP' });
  });

  it('of two who come at the same moment makes one company, and the other asks', async () => {
    const businessId = newBusinessId();
    const needs = await Promise.all([1, 2].map(() => newNeed(db.pool, { p_business_id: businessId })));
    await Promise.all(needs.map(({ email }) => signInAtWorkspace(db.pool, email)));
    const { rows } = await db.pool.query<{ id: string }>('select id from app.companies where business_id = $1', [
      businessId,
    ]);
    expect(rows).toHaveLength(1);
    expect(await peopleOf(db.pool, rows[0]?.id as string)).toHaveLength(1);
    expect(await claimsOf(rows[0]?.id as string)).toHaveLength(1);
  });
});

describe('who names the number of a company that others hold', () => {
  it('is not let in and learns nothing of it; its owners are asked, once', async () => {
    const company = await newCompany(db.pool);
    await newColleague(db.pool, company, newAddress(), 'member');
    const need = await newNeed(db.pool, { p_business_id: company.businessId });
    const claimant = await signInAtWorkspace(db.pool, need.email);
    await signInAtWorkspace(db.pool, need.email);
    const page = await open(claimant);
    expect([page?.company, page?.companies, page?.needs, page?.people, page?.looks]).toEqual([null, [], [], [], []]);
    expect(page?.claims).toEqual([
      { business_id: company.businessId, state: 'asked', asked_at: expect.any(String), settled_at: null },
    ]);
    expect(await open(claimant, company.id)).toMatchObject({ company: null, needs: [] });
    expect(await companyOf(db.pool, need.id)).toBeNull();
    const { rows } = await db.pool.query(
      `select o.to_email, o.language from app.outbox o join app.claims c on c.id = o.claim_id where c.company_id = $1`,
      [company.id],
    );
    expect(rows).toEqual([{ to_email: company.need.email, language: 'sv' }]);
    expect((await open(company.owner))?.claims_to_settle).toBe(1);
  });

  it('sees the needs that she sent by the links of their letters alone', async () => {
    const company = await newCompany(db.pool);
    const need = await newNeed(db.pool, { p_business_id: company.businessId });
    const claimant = await signInAtWorkspace(db.pool, need.email);
    expect(await call(db.pool, 'workspace_need', { p_reference: need.reference }, claimant)).toEqual([]);
    expect(await call(db.pool, 'open_link', { p_token_hash: need.company.see_need })).toHaveLength(1);
  });
});

it('a company with people always has an owner, also when two leave at the same moment', async () => {
  const company = await newCompany(db.pool);
  const email = newAddress();
  const other = await newColleague(db.pool, company, email, 'owner');
  const leave = (person: Claims) => () =>
    call(
      db.pool,
      'workspace_end_membership',
      { p_company: company.id, p_email: person.email, p_links: linkPool(3) },
      person,
    );
  const lock = { sql: 'select from app.companies where id = $1 for update', values: [company.id] };
  const outcomes = await atOnce(db.pool, lock, [leave(company.owner), leave(other)]);
  expect(outcomes.sort()).toEqual(['last_owner', 'left']);
  expect(await peopleOf(db.pool, company.id)).toHaveLength(1);
});
