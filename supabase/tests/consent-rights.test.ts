// What an adviser may read by a consent: the parts that it names, of the needs that it names, from giving to withdrawal or the end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole, type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call, type Enums } from '../../tests/support/sql-call.ts';
import { endDaysAgo, newConsent, withdraw } from '../../tests/support/sql-consents.ts';
import { newDocument } from '../../tests/support/sql-documents.ts';
import { newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import { newColleague, newCompany, signInAtWorkspace, type TestCompany } from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let company: TestCompany;
let second: string;
beforeAll(async () => {
  db = await testDatabase();
  company = await newCompany(db.pool);
  await newColleague(db.pool, company, newAddress());
  await newDocument(db.pool, company);
  const need = await newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: company.need.email });
  second = need.id;
  await signInAtWorkspace(db.pool, need.email);
  await call(db.pool, 'answer_need', { p_token_hash: company.need.maija.answer_need, p_body: 'Soitan.' });
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Palaan tähän.' });
});
afterAll(() => db.close());

const count = (person: Claims, from: string): Promise<number> =>
  asRole(db.pool, 'authenticated', person, async (client) => (await client.query(`select from ${from}`)).rowCount ?? 0);

/** How many rows of each table a person sees. */
const seenBy = async (person: Claims): Promise<Record<string, number>> => {
  const tables = [
    'companies',
    'profile_facts',
    'needs',
    'messages',
    'members',
    'looks',
    'company_events',
    'claims',
    'documents',
  ];
  const counts = await Promise.all(tables.map((table) => count(person, `app.${table}`)));
  return Object.fromEntries(tables.map((table, place) => [table, counts[place]]).filter(([, seen]) => seen));
};
const NAME = { companies: 1, profile_facts: 1 };

describe('shows', () => {
  // The name and number of the company; name, address, number, way and language of the one who gave it.
  it.each([
    [['profile'], { companies: 1, profile_facts: 7 }],
    [['needs'], { ...NAME, needs: 1 }],
    [['needs', 'messages'], { ...NAME, needs: 1, messages: 1 }],
    [['documents'], { ...NAME, documents: 1 }],
    [
      ['profile', 'needs', 'messages', 'documents'],
      { companies: 1, profile_facts: 7, needs: 1, messages: 1, documents: 1 },
    ],
  ] as [Enums['consent_part'][], object][])('of %j that and nothing else', async (parts, seen) => {
    const { adviser } = await newConsent(db.pool, company, { parts });
    expect(await seenBy(adviser)).toEqual(seen);
  });
});

it('what two consents share is seen together, and each ends by itself', async () => {
  const email = newAddress();
  const one = await newConsent(db.pool, company, { email, parts: ['needs'] });
  const other = await newConsent(db.pool, company, { email, parts: ['needs', 'messages'], needs: [second] });
  expect(await seenBy(one.adviser)).toEqual({ ...NAME, needs: 2, messages: 1 });
  await withdraw(db.pool, other);
  expect(await seenBy(one.adviser)).toEqual({ ...NAME, needs: 1 });
});

it('withdrawn or ended it shows nothing at once, to the same open session, but that it was', async () => {
  const [gone, over] = [await newConsent(db.pool, company), await newConsent(db.pool, company)];
  await withdraw(db.pool, gone);
  await endDaysAgo(db.pool, over, 1);
  for (const { adviser } of [gone, over]) {
    expect(await seenBy(adviser)).toEqual({});
    expect(await count(adviser, 'app.consents')).toBe(1);
    expect(await count(adviser, 'app.consent_needs')).toBe(0);
  }
});

it('one that was given for a moment that has not come shows nothing', async () => {
  const consent = await newConsent(db.pool, company);
  await db.pool.query('alter table app.consents disable trigger all');
  await db.pool.query(
    `update app.consents set given_at = now() + interval '1 hour', agreed_at = now() + interval '1 hour' where id = $1`,
    [consent.id],
  );
  await db.pool.query('alter table app.consents enable trigger all');
  expect(await seenBy(consent.adviser)).toEqual({});
});

it('the last day ends with that day in Helsinki, in summer and in winter time', async () => {
  const consent = await newConsent(db.pool, company);
  const endOf = async (day: string) => {
    const client = await db.pool.connect();
    try {
      await client.query('begin; set local session_replication_role = replica');
      const moved = await client.query<{ ends_at: Date }>(
        'update app.consents set ends_on = $2 where id = $1 returning ends_at',
        [consent.id, day],
      );
      return moved.rows[0]?.ends_at.toISOString();
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  expect(await endOf('2026-12-24')).toBe('2026-12-24T22:00:00.000Z');
  expect(await endOf('2027-06-24')).toBe('2027-06-24T21:00:00.000Z');
  // The night in which the clocks go on: the day ends an hour earlier by the world's time than the one before.
  expect(await endOf('2027-03-28')).toBe('2027-03-28T21:00:00.000Z');
});

it('an adviser has no rights of the company, and the company none of the adviser', async () => {
  const { adviser, id } = await newConsent(db.pool, company);
  const [home] = await call(db.pool, 'workspace', { p_company: company.id, p_page: 1 }, adviser);
  expect(home?.company).toBeNull();
  expect(await call(db.pool, 'workspace_need', { p_reference: company.need.reference }, adviser)).toEqual([]);
  expect(await count(adviser, `app.consents where id <> '${id}'`)).toBe(0);
  expect(await count(adviser, 'app.consent_events')).toBe(0);
});

it('somebody else with the same session, or the same address without one, sees nothing', async () => {
  const { adviser, email } = await newConsent(db.pool, company);
  expect(await seenBy({ ...adviser, email: newAddress() })).toEqual({});
  expect(await seenBy({ email, session_id: '00000000-0000-4000-8000-000000000000' })).toEqual({});
});

describe('who comes in', () => {
  const mayEnter = async (email: string) =>
    (await db.pool.query<{ may: boolean }>(`select app.may_enter('workspace', $1) as may`, [email])).rows[0]?.may;

  it('an invited adviser, and for a month after the end, to be told', async () => {
    const consent = await newConsent(db.pool, company);
    expect(await mayEnter(consent.email)).toBe(true);
    await endDaysAgo(db.pool, consent, 29);
    expect(await mayEnter(consent.email)).toBe(true);
    await endDaysAgo(db.pool, consent, 31);
    expect(await mayEnter(consent.email)).toBe(false);
    expect(await mayEnter(newAddress())).toBe(false);
  });

  it('is called, and addressed in the language, as the inviter told', async () => {
    const { adviser } = await newConsent(db.pool, company);
    const [session] = await call(db.pool, 'workspace_session', {}, adviser);
    expect(session).toMatchObject({ name: 'Neea Neuvoja', language: 'fi', has_company: false, is_adviser: true });
    const [owner] = await call(db.pool, 'workspace_session', {}, company.owner);
    expect(owner).toMatchObject({ has_company: true, is_adviser: false });
  });
});
