// What a company has told once: each value with where it came from, corrected without losing what stood there before.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import { newBusinessId, newColleague, newCompany, signInAtWorkspace } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

interface Fact {
  field: string;
  value: string | null;
  source: string;
  reference: string | null;
}
async function profile(person: Claims, company: string) {
  const [row] = await call(db.pool, 'workspace_profile', { p_company: company }, person);
  const facts = (row?.facts ?? []) as unknown as Fact[];
  const history = (row?.history ?? []) as unknown as Fact[];
  return {
    facts: Object.fromEntries(facts.map(({ field, value, source }) => [field, `${value} (${source})`])),
    history: history.map(({ field, value, source, reference }) => [field, value, reference ?? source].join(' ')),
  };
}
const correct = (person: Claims, p_company: string, p_values: Record<string, string | null>) =>
  call(db.pool, 'workspace_correct_profile', { p_company, p_values }, person);

it('is what the needs told, each value from the first one that told it', async () => {
  const company = await newCompany(db.pool, { p_company_name: 'Paja Oy' });
  const later = await newNeed(db.pool, {
    p_business_id: company.businessId,
    p_contact_email: company.owner.email,
    p_company_name: 'Paja ja Pojat Oy',
  });
  await signInAtWorkspace(db.pool, company.owner.email);
  const { facts, history } = await profile(company.owner, company.id);
  expect(facts).toEqual({
    company_name: 'Paja ja Pojat Oy (need)',
    business_id: `${company.businessId} (need)`,
    contact_name: 'Yrjö Yrittäjä (need)',
    contact_email: `${company.owner.email} (need)`,
    contact_phone: '+358 40 000 0001 (need)',
    contact_by: 'email (need)',
    language: 'sv (need)',
  });
  expect(history).toHaveLength(8);
  expect(history[0]).toBe(`company_name Paja ja Pojat Oy ${later.reference}`);
  expect(history).toContain(`company_name Paja Oy ${company.need.reference}`);
});

it('a correction holds over a need that came in before it, and not over one that comes after', async () => {
  const company = await newCompany(db.pool);
  const change = { p_business_id: company.businessId, p_contact_email: company.owner.email };
  await newNeed(db.pool, { ...change, p_company_name: 'Vanha Oy' });
  await letPass(db.pool, '1 minute');
  expect(await correct(company.owner, company.id, { company_name: 'Korjattu Oy' })).toBe('corrected');
  const attached = await signInAtWorkspace(db.pool, company.owner.email);
  expect((await profile(attached, company.id)).facts.company_name).toBe('Korjattu Oy (workspace)');
  await newNeed(db.pool, { ...change, p_company_name: 'Uusi Oy' });
  const again = await signInAtWorkspace(db.pool, company.owner.email);
  expect((await profile(again, company.id)).facts.company_name).toBe('Uusi Oy (need)');
});

it('colleagues have contact data of their own, and correct the company’s in common', async () => {
  const company = await newCompany(db.pool);
  const member = await newColleague(db.pool, company, newAddress());
  expect(await correct(member, company.id, { contact_name: 'Minna Myyjä', company_name: 'Yhteinen Oy' })).toBe(
    'corrected',
  );
  expect((await profile(company.owner, company.id)).facts).toMatchObject({
    contact_name: 'Yrjö Yrittäjä (need)',
    company_name: 'Yhteinen Oy (workspace)',
  });
  expect((await profile(member, company.id)).facts.contact_name).toBe('Minna Myyjä (workspace)');
});

describe('the business ID', () => {
  it('is for owners, and no two companies have the same', async () => {
    const [one, other] = [await newCompany(db.pool), await newCompany(db.pool)];
    const member = await newColleague(db.pool, one, newAddress());
    expect(await correct(member, one.id, { business_id: newBusinessId() })).toBe('owners_only');
    expect(await correct(one.owner, one.id, { business_id: other.businessId })).toBe('id_taken');
    const business_id = newBusinessId();
    expect(await correct(one.owner, one.id, { business_id })).toBe('corrected');
    const { rows } = await db.pool.query('select business_id from app.companies where id = $1', [one.id]);
    expect(rows).toEqual([{ business_id }]);
  });

  it('comes to a company that was founded without one', async () => {
    const need = await newNeed(db.pool, { p_business_id: null, p_founder: true });
    const founder = await signInAtWorkspace(db.pool, need.email);
    const [page] = await call(db.pool, 'workspace', { p_company: null, p_page: 1 }, founder);
    const id = (page?.company as { id: string } | undefined)?.id ?? '';
    expect(await correct(founder, id, { business_id: newBusinessId() })).toBe('corrected');
  });
});

it('what did not change is no correction, and history is only added to', async () => {
  const company = await newCompany(db.pool);
  const { owner, id } = company;
  expect(await correct(owner, id, { contact_name: 'Yrjö Yrittäjä' })).toBe('unchanged');
  expect(await correct(owner, id, { contact_phone: null })).toBe('corrected');
  expect((await profile(owner, id)).facts.contact_phone).toBe('null (workspace)');
  for (const sql of ['update app.profile_facts set value = value', 'delete from app.profile_facts'])
    await expect(db.pool.query(`${sql} where company_id = $1`, [id])).rejects.toMatchObject({ code: 'NAPND' });
  await db.pool.query('update app.needs set company_id = null where company_id = $1', [id]);
  await db.pool.query('delete from app.companies where id = $1', [id]);
  const { rows } = await db.pool.query('select from app.profile_facts where company_id = $1', [id]);
  expect(rows).toEqual([]);
});

describe('a need that was just sent by somebody signed in', () => {
  const attach = (person: Claims, p_company: string, p_token_hash: string) =>
    call(db.pool, 'workspace_attach_need', { p_company, p_token_hash }, person);

  it('comes to her company at once, by the link that the sender has, and once', async () => {
    const company = await newCompany(db.pool);
    const sent = await newNeed(db.pool, { p_business_id: company.businessId });
    expect(await attach(company.owner, company.id, sent.company.see_need)).toBe('attached');
    expect(await attach(company.owner, company.id, sent.company.see_need)).toBe('not_attached');
  });

  it('does not when it is about another number, when it is old, or by another link of it', async () => {
    const company = await newCompany(db.pool);
    const other = await newNeed(db.pool, { p_business_id: newBusinessId() });
    const sent = await newNeed(db.pool, { p_business_id: company.businessId });
    expect(await attach(company.owner, company.id, other.company.see_need)).toBe('not_attached');
    expect(await attach(company.owner, company.id, sent.maija.answer_need)).toBe('not_attached');
    expect(await attach(company.owner, company.id, sent.company.reply_to_need)).toBe('not_attached');
    await db.pool.query(`alter table app.needs disable trigger _200_clock`);
    await db.pool.query(`update app.needs set received_at = received_at - interval '11 minutes' where id = $1`, [
      sent.id,
    ]);
    await db.pool.query(`alter table app.needs enable trigger _200_clock`);
    expect(await attach(company.owner, company.id, sent.company.see_need)).toBe('not_attached');
  });
});
