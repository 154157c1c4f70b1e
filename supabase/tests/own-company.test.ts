// An address that came with a need may be somebody else's: its owner is asked before anything is made of the need, and can say no.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { claim } from '../../tests/support/sql-letters.ts';
import { linkPool } from '../../tests/support/sql-links.ts';
import { eventsOf, lettersOf, MAIJA, MATTI, newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import {
  companyOf,
  enterWorkspace,
  newBusinessId,
  newCompany,
  ownAll,
  peopleOf,
  signInAtWorkspace,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const asked = async (person: Claims) =>
  (await call(db.pool, 'workspace_to_own', {}, person)).map(({ business_id, needs }) => ({
    business_id,
    references: (needs as { reference: string }[]).map(({ reference }) => reference),
  }));
const yes = (p_business_id: string | null, person: Claims) =>
  call(db.pool, 'workspace_own_company', { p_business_id }, person);
const no = (p_business_id: string | null, person: Claims) =>
  call(db.pool, 'workspace_disown_needs', { p_business_id }, person);
const companies = async (email: string): Promise<number> =>
  (await db.pool.query('select from app.members where email = $1', [email])).rowCount ?? 0;

it('at the first sign-in nothing is made, and the question tells what was sent, by number', async () => {
  const email = newAddress();
  const [one, other] = [newBusinessId(), newBusinessId()];
  const send = (p_business_id: string | null) =>
    newNeed(db.pool, { p_contact_email: email, p_business_id, p_founder: p_business_id === null });
  const needs = [await send(one), await send(one), await send(other), await send(null)];
  const person = await enterWorkspace(db.pool, email);
  expect(await companies(email)).toBe(0);
  const [first, second, third, fourth] = needs.map(({ reference }) => reference);
  expect((await asked(person)).sort((a, b) => (a.business_id ?? '~').localeCompare(b.business_id ?? '~'))).toEqual(
    [
      { business_id: one, references: [first, second] },
      { business_id: other, references: [third] },
      { business_id: null, references: [fourth] },
    ].sort((a, b) => (a.business_id ?? '~').localeCompare(b.business_id ?? '~')),
  );
});

it('a yes makes the company, once', async () => {
  const need = await newNeed(db.pool, { p_business_id: newBusinessId() });
  const person = await enterWorkspace(db.pool, need.email);
  const business_id = (await asked(person))[0]?.business_id ?? null;
  expect(await yes(business_id, person)).toBe('made');
  expect(await yes(business_id, person)).toBe('gone');
  expect(await peopleOf(db.pool, (await companyOf(db.pool, need.id)) as string)).toEqual([`owner ${need.email}`]);
  expect(await asked(person)).toEqual([]);
});

it('where others hold the number a yes asks them, and until they answer nothing more is asked of her', async () => {
  const company = await newCompany(db.pool);
  const need = await newNeed(db.pool, { p_business_id: company.businessId });
  const person = await enterWorkspace(db.pool, need.email);
  expect(await yes(company.businessId, person)).toBe('asked');
  expect(await asked(person)).toEqual([]);
  expect(await companies(need.email)).toBe(0);
  expect((await db.pool.query('select from app.claims where need_id = $1', [need.id])).rowCount).toBe(1);
});

it('who belongs to the company is not asked: her needs with its number come to it', async () => {
  const company = await newCompany(db.pool);
  const need = await newNeed(db.pool, { p_business_id: company.businessId, p_contact_email: company.owner.email });
  const person = await enterWorkspace(db.pool, company.owner.email);
  expect(await asked(person)).toEqual([]);
  expect(await companyOf(db.pool, need.id)).toBe(company.id);
});

it('at a no the links die, no letter goes there any more, whoever handles the need is told, and it is not asked again', async () => {
  const business_id = newBusinessId();
  const need = await newNeed(db.pool, { p_business_id: business_id });
  await call(db.pool, 'take_need', { p_token_hash: need.maija.take_need });
  await claim(db.pool);
  const person = await enterWorkspace(db.pool, need.email);
  expect(await no(business_id, person)).toBe('disowned');
  expect(await no(business_id, person)).toBe('gone');
  expect(await yes(business_id, person)).toBe('gone');
  expect(await call(db.pool, 'open_link', { p_token_hash: need.company.see_need })).toEqual([]);
  expect(await eventsOf(db.pool, need.id)).toContain(`mail_came_back by ${need.email}`);
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`mail_came_back → ${MAIJA}`]);
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
  expect(await lettersOf(db.pool, need.id, 'receipt', 'new_need')).toEqual([`mail_came_back → ${MAIJA}`]);
  await call(db.pool, 'request_link', {
    p_email: need.email,
    p_reference: need.reference,
    p_coordinators: [MAIJA, MATTI],
    p_links: [],
  });
  expect(await asked(await enterWorkspace(db.pool, need.email))).toEqual([]);
});

it('no letter of any kind is sent there, nor is a link minted that lives', async () => {
  const business_id = newBusinessId();
  const need = await newNeed(db.pool, { p_business_id: business_id });
  await no(business_id, await enterWorkspace(db.pool, need.email));
  await db.pool.query(
    `with made as (select app.mint_links($1, 'company', $2, null, 'fi', $3) as link_set)
     insert into app.outbox (letter, need_id, link_set) select 'answer', $1, link_set from made`,
    [need.id, need.email, JSON.stringify(linkPool(3))],
  );
  const letters = await claim(db.pool, 200);
  expect(letters.filter(({ to_email, letter }) => to_email === need.email && letter === 'answer')).toEqual([]);
});

it('what she disowned stays so when another letter reaches her', async () => {
  const business_id = newBusinessId();
  const need = await newNeed(db.pool, { p_business_id: business_id });
  const person = await enterWorkspace(db.pool, need.email);
  await no(business_id, person);
  await db.pool.query('update app.bounces set cleared_at = now() where need_id = $1', [need.id]);
  const { rows } = await db.pool.query('select kind, cleared_at from app.bounces where need_id = $1', [need.id]);
  expect(rows).toEqual([{ kind: 'disowned', cleared_at: null }]);
});

it("nobody answers for another's address", async () => {
  const business_id = newBusinessId();
  const need = await newNeed(db.pool, { p_business_id: business_id });
  const stranger = (await newCompany(db.pool)).owner;
  expect([await yes(business_id, stranger), await no(business_id, stranger)]).toEqual(['gone', 'gone']);
  expect(await asked(stranger)).toEqual([]);
  expect(await companyOf(db.pool, need.id)).toBeNull();
});

it('who joins a company by invitation is still asked about needs of other numbers', async () => {
  const email = newAddress();
  const business_id = newBusinessId();
  await newNeed(db.pool, { p_business_id: business_id, p_contact_email: email });
  const company = await newCompany(db.pool);
  const args = { p_company: company.id, p_email: email, p_role: 'member', p_language: 'fi' } as const;
  await call(db.pool, 'workspace_invite_colleague', args, company.owner);
  const person = await enterWorkspace(db.pool, email);
  const { rows } = await db.pool.query<{ id: string }>('select id from app.member_invitations where email = $1', [
    email,
  ]);
  await call(db.pool, 'workspace_join_company', { p_invitation: rows[0]?.id as string }, person);
  expect((await asked(person)).map((one) => one.business_id)).toEqual([business_id]);
  await ownAll(db.pool, person);
  expect(await companies(email)).toBe(2);
  expect(await asked(await signInAtWorkspace(db.pool, email))).toEqual([]);
});
