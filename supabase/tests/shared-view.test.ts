// What an adviser sees is what the giver was shown beforehand, to the letter; and each look is on the company's list.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { call, type Enums } from '../../tests/support/sql-call.ts';
import { share } from '../../tests/support/sql-consents.ts';
import { handOver, newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import { letPass } from '../../tests/support/sql-time.ts';
import { newColleague, newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let company: TestCompany;
beforeAll(async () => {
  db = await testDatabase();
  company = await newCompany(db.pool);
  const need = await newNeed(db.pool, {
    p_business_id: company.businessId,
    p_contact_email: company.need.email,
    p_description: 'Salainen tarve, jota ei jaeta kenellekään.',
  });
  await signInAtWorkspace(db.pool, need.email);
  const colleague = await newColleague(db.pool, company, newAddress());
  const values = { contact_name: 'Kirsi Kollega', contact_phone: '040 999 8877' };
  await call(db.pool, 'workspace_correct_profile', { p_company: company.id, p_values: values }, colleague);
  const expert = await handOver(db.pool, company.need);
  await call(db.pool, 'answer_need', { p_token_hash: company.need.maija.answer_need, p_body: 'Soitan huomenna.' });
  await call(db.pool, 'decline_need', { p_token_hash: expert.decline_need, p_reason: 'Kollegoille: ei aikaa.' });
  await call(db.pool, 'workspace_reply', { p_reference: company.need.reference, p_body: 'Sopii.' }, company.owner);
});
afterAll(() => db.close());

const open = async ({ id, adviser }: Awaited<ReturnType<typeof share>>) =>
  (await call(db.pool, 'workspace_shared_with_me', { p_consent: id }, adviser))[0];
const looks = async ({ email }: { email: string }) =>
  (
    await db.pool.query<{ line: string }>(
      `select concat_ws(' ', l.part, l.way, l.person_role, l.organisation, n.reference) as line
       from app.looks l left join app.needs n on n.id = l.need_id where l.person_email = $1 order by l.id`,
      [email],
    )
  ).rows.map(({ line }) => line);

const SCOPES: Enums['consent_part'][][] = [
  ['profile'],
  ['needs'],
  ['documents'],
  ['needs', 'messages'],
  ['profile', 'needs', 'messages', 'documents'],
];

describe.each(SCOPES)('of %s %s %s %s', (...scope) => {
  const p_parts = scope.filter(Boolean);

  it('the preview and the grantee’s page hold the same', async () => {
    const p_email = newAddress();
    const p_references = p_parts.includes('needs') ? [company.need.reference] : [];
    const args = { p_company: company.id, p_email, p_parts, p_references };
    const [before] = await call(db.pool, 'workspace_preview_share', args, company.owner);
    const p_may_comment = p_parts.includes('needs');
    const consent = await share(db.pool, company, { p_email, p_parts, p_references, p_may_comment });
    const after = (await open(consent))?.seen as object;
    expect(after).toEqual(before?.seen);
    const told = JSON.stringify(after);
    expect(told).not.toMatch(/Salainen|Kollega|999 8877|Kollegoille|kaupunki|@city/);
    expect(told.includes('+358 40 000 0001')).toBe(p_parts.includes('profile'));
    expect(told.includes('Soitan huomenna.')).toBe(p_parts.includes('messages'));
  });
});

it('a preview writes nothing, and is for owners alone', async () => {
  const args = {
    p_company: company.id,
    p_email: newAddress(),
    p_parts: SCOPES[4] ?? [],
    p_references: [company.need.reference],
  };
  await call(db.pool, 'workspace_preview_share', args, company.owner);
  expect(await looks({ email: args.p_email })).toEqual([]);
  const { adviser } = await share(db.pool, company);
  expect(await call(db.pool, 'workspace_preview_share', args, adviser)).toEqual([]);
});

it("a preview of another company's need holds nothing of it", async () => {
  const other = await newCompany(db.pool);
  const args = {
    p_company: company.id,
    p_email: newAddress(),
    p_parts: ['needs' as const],
    p_references: [other.need.reference],
  };
  expect((await call(db.pool, 'workspace_preview_share', args, company.owner))[0]?.seen).toMatchObject({ needs: [] });
});

it('each part that is read is a look, once an hour, with who and from which organisation', async () => {
  const consent = await share(db.pool, company);
  await open(consent);
  await open(consent);
  const { reference } = company.need;
  const once = [
    'profile workspace adviser Neuvontatalo',
    `need workspace adviser Neuvontatalo ${reference}`,
    `messages workspace adviser Neuvontatalo ${reference}`,
  ];
  expect(await looks(consent)).toEqual(once);
  await letPass(db.pool, '1 hour');
  await open(consent);
  expect(await looks(consent)).toEqual([...once, ...once]);
  const [list] = await call(db.pool, 'workspace_looks', { p_company: company.id, p_page: 1 }, company.owner);
  expect(JSON.stringify(list?.looks)).toContain('Neuvontatalo');
});

it("another's consent is as one that does not exist, and leaves no look", async () => {
  const mine = await share(db.pool, company);
  const theirs = await share(db.pool, await newCompany(db.pool));
  expect(await call(db.pool, 'workspace_shared_with_me', { p_consent: mine.id }, theirs.adviser)).toEqual([]);
  expect(await call(db.pool, 'workspace_shared_with_me', { p_consent: mine.id }, company.owner)).toEqual([]);
  expect(await call(db.pool, 'workspace_consent', { p_consent: mine.id }, theirs.adviser)).toEqual([]);
  expect(await looks(mine)).toEqual([]);
});

it('an adviser of several companies sees each by its own consent, in one list', async () => {
  const p_email = newAddress();
  const other = await newCompany(db.pool, { p_company_name: 'Toinen Oy' });
  await share(db.pool, company, { p_email, p_parts: ['profile'], p_references: [], p_may_comment: false });
  const consent = await share(db.pool, other, { p_email });
  const [list] = await call(db.pool, 'workspace_shared', {}, consent.adviser);
  const names = ((list?.consents ?? []) as { company: { name: string } }[]).map(({ company: { name } }) => name);
  expect(names.sort()).toEqual(['Malli Oy', 'Toinen Oy']);
});
