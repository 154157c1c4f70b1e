// Who reads what of a company: its living members their own, whoever claims or is invited next to nothing, everybody else nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole, type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { type Claims, call } from '../../tests/support/sql-call.ts';
import { newConsent, withdraw } from '../../tests/support/sql-consents.ts';
import { signIn, token } from '../../tests/support/sql-desk.ts';
import { newDocument } from '../../tests/support/sql-documents.ts';
import { handOver, MAIJA, newAddress, newNeed } from '../../tests/support/sql-needs.ts';
import { READ_IN_WORKSPACE } from '../../tests/support/sql-rules.ts';
import {
  invite,
  newColleague,
  newCompany,
  signInAtWorkspace,
  type TestCompany,
} from '../../tests/support/sql-workspace.ts';

let db: TestDatabase;
let company: TestCompany;
let claimedNeed: string;
const people: Record<string, Claims> = {};
beforeAll(async () => {
  db = await testDatabase();
  company = await newCompany(db.pool);
  const { need } = company;
  await handOver(db.pool, need);
  await call(db.pool, 'answer_need', { p_token_hash: need.maija.answer_need, p_body: 'Soitan.' });
  await call(db.pool, 'open_link', { p_token_hash: need.maija.answer_need });
  await newDocument(db.pool, company);
  people.owner = company.owner;
  people['a member'] = await newColleague(db.pool, company, newAddress());
  people['a former member'] = await newColleague(db.pool, company, newAddress());
  const args = { p_company: company.id, p_email: people['a former member'].email, p_links: [] };
  await call(db.pool, 'workspace_end_membership', args, company.owner);
  await call(db.pool, 'workspace_ask_erasure', { p_company: company.id }, company.owner);
  people['one of another company'] = (await newCompany(db.pool)).owner;
  const invited = newAddress();
  await invite(db.pool, company, invited);
  people['an invited colleague'] = await signInAtWorkspace(db.pool, invited);
  const other = await newNeed(db.pool, { p_business_id: company.businessId });
  claimedNeed = other.id;
  people['a claimant'] = await signInAtWorkspace(db.pool, other.email);
  const consent = await newConsent(db.pool, company);
  people['an adviser whose consent was withdrawn'] = consent.adviser;
  await withdraw(db.pool, consent);
  people['an owner without a session'] = token(need.email);
  people['an owner who signed out'] = await signInAtWorkspace(db.pool, need.email);
  await call(db.pool, 'workspace_sign_out', { p_everywhere: false }, people['an owner who signed out']);
  people['an owner whose session expired'] = await signInAtWorkspace(db.pool, need.email);
  await db.pool.query(
    `update app.sessions set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1`,
    [people['an owner whose session expired'].session_id],
  );
  people["somebody with the owner's session"] = { ...company.owner, email: people['a claimant'].email };
  people['a coordinator at the desk'] = await signIn(db.pool, MAIJA);
  // Proved at the desk, the same address has proved nothing at the workspace.
});
afterAll(() => db.close());

const OF_COMPANY: Record<string, string> = {
  'app.companies': 'id = $1',
  'app.messages': `need_id in (select id from app.needs where company_id = $1) and kind <> 'hand_over_decline'`,
  'app.hand_overs': 'need_id in (select id from app.needs where company_id = $1)',
  // What a member does not see of claims is the owners' to answer.
  'app.claims': 'company_id = $1',
  'app.consent_needs': 'consent_id in (select id from app.consents where company_id = $1)',
  'app.consent_events': 'consent_id in (select id from app.consents where company_id = $1)',
};
const rowsOf = async (table: string): Promise<number> => {
  const where = OF_COMPANY[table] ?? 'company_id = $1';
  return (await db.pool.query(`select from ${table} where ${where}`, [company.id])).rowCount ?? 0;
};
const seenBy = (who: string, table: string): Promise<number> =>
  asRole(
    db.pool,
    'authenticated',
    people[who] as Claims,
    async (client) => (await client.query(`select from ${table}`)).rowCount ?? 0,
  );
/** What a person outside sees of the company, where it is more than nothing. */
const SEEN: Record<string, Record<string, number>> = {
  'an invited colleague': { 'app.companies': 1, 'app.profile_facts': 1, 'app.member_invitations': 1 },
  'a claimant': { 'app.claims': 1 },
  'an adviser whose consent was withdrawn': { 'app.consents': 1 },
};
const OUTSIDE = [
  'a former member',
  'an invited colleague',
  'a claimant',
  'an adviser whose consent was withdrawn',
  'an owner without a session',
  'an owner who signed out',
  'an owner whose session expired',
  "somebody with the owner's session",
];

describe.each(READ_IN_WORKSPACE)('%s', (table) => {
  it("shows the owner and the members all rows of their company, and no other's", async () => {
    const all = await rowsOf(table);
    expect(all).toBeGreaterThan(0);
    expect(await seenBy('owner', table)).toBe(all);
    expect(await seenBy('a member', table)).toBe(table === 'app.claims' ? 0 : all);
  });

  it.each(OUTSIDE)('shows %s nothing of it', async (who) => {
    expect(await seenBy(who, table)).toBe(SEEN[who]?.[table] ?? 0);
  });

  it.each(['delete from', 'update', 'insert into'])('an owner cannot %s it', async (verb) => {
    const column = (await db.pool.query(`select * from ${table} limit 0`)).fields[1]?.name;
    const rest = { 'delete from': '', update: `set ${column} = ${column}`, 'insert into': 'default values' }[verb];
    const act = asRole(db.pool, 'authenticated', company.owner, (client) => client.query(`${verb} ${table} ${rest}`));
    await expect(act).rejects.toMatchObject({ code: '42501' });
  });
});

it('one of another company sees her own rows and none of this one', async () => {
  const other = people['one of another company'] as Claims;
  for (const table of READ_IN_WORKSPACE) {
    const where = OF_COMPANY[table] ?? 'company_id = $1';
    const seen = await asRole(db.pool, 'authenticated', other, async (client) =>
      client.query(`select from ${table} where ${where}`, [company.id]),
    );
    expect([table, seen.rowCount]).toEqual([table, 0]);
  }
});

it('a coordinator sees of a company that somebody claims who holds it and its name; of others nothing', async () => {
  const seen = async (table: string) => seenBy('a coordinator at the desk', table);
  expect(await seen('app.companies')).toBe(1);
  expect(await seen('app.members')).toBe(3);
  expect(await seen('app.profile_facts')).toBe(1);
  expect(await seen('app.looks')).toBe(0);
  expect(await seen('app.member_invitations')).toBe(0);
});

describe.each(['one of another company', ...OUTSIDE, 'a coordinator at the desk'])('%s', (who) => {
  const acts = () =>
    [
      ['workspace', { p_company: company.id, p_page: 1 }],
      ['workspace_profile', { p_company: company.id }],
      ['workspace_looks', { p_company: company.id, p_page: 1 }],
      ['workspace_people', { p_company: company.id }],
    ] as const;

  it('opens no page of the company', async () => {
    for (const [name, args] of acts()) {
      const [page] = await call(db.pool, name, args as never, people[who] as Claims);
      expect([name, (page as { company: { id: string } | null }).company?.id === company.id]).toEqual([name, false]);
    }
    const need = { p_reference: company.need.reference };
    expect(await call(db.pool, 'workspace_need', need, people[who] as Claims)).toEqual([]);
  });

  it('acts on nothing of it', async () => {
    const person = people[who] as Claims;
    const p_company = company.id;
    const p_reference = company.need.reference;
    const p_email = company.owner.email;
    const invited = await db.pool.query<{ id: string }>('select id from app.member_invitations where company_id = $1', [
      p_company,
    ]);
    const claim = await db.pool.query<{ id: string }>('select id from app.claims where company_id = $1', [p_company]);
    const p_claim = claim.rows[0]?.id as string;
    expect(await call(db.pool, 'workspace_reply', { p_reference, p_body: 'Hei' }, person)).toBe('no_link');
    expect(await call(db.pool, 'workspace_withdraw', { p_reference }, person)).toBe('no_link');
    expect(await call(db.pool, 'workspace_restore', { p_reference }, person)).toBe('no_link');
    expect(await call(db.pool, 'workspace_correct_profile', { p_company, p_values: {} }, person)).toBe('no_company');
    const colleague = { p_company, p_email: newAddress(), p_role: 'owner', p_language: 'fi' } as const;
    expect(await call(db.pool, 'workspace_invite_colleague', colleague, person)).toBe('owners_only');
    expect(await call(db.pool, 'workspace_set_role', { p_company, p_email, p_role: 'member' }, person)).toBe(
      'owners_only',
    );
    expect(await call(db.pool, 'workspace_end_membership', { p_company, p_email, p_links: [] }, person)).toBe('gone');
    expect(await call(db.pool, 'workspace_settle_claim', { p_claim, p_let_in: true, p_role: 'owner' }, person)).toBe(
      'gone',
    );
    const attach = { p_token_hash: company.need.company.see_need, p_company };
    expect(await call(db.pool, 'workspace_attach_need', attach, person)).toBe('not_attached');
    if (who === 'an invited colleague') return;
    for (const { id } of invited.rows) {
      expect(await call(db.pool, 'workspace_join_company', { p_invitation: id }, person)).toMatch(
        /gone|already_member/,
      );
      expect(await call(db.pool, 'workspace_end_invitation', { p_invitation: id }, person)).toBe('gone');
    }
  });
});

it('nobody but a coordinator settles claims at the desk, or reads them there', async () => {
  const { rows } = await db.pool.query<{ id: string }>('select id from app.claims where need_id = $1', [claimedNeed]);
  for (const [who, person] of Object.entries(people)) {
    const [page] = await call(db.pool, 'desk_claims', {}, person);
    const isThere = who === 'a coordinator at the desk';
    expect([who, ((page?.claims ?? []) as unknown[]).length]).toEqual([who, isThere ? 1 : 0]);
    if (isThere) continue;
    const args = { p_claim: rows[0]?.id as string, p_state: 'let_in' as const };
    expect([who, await call(db.pool, 'desk_settle_claim', args, person)]).toEqual([who, 'gone']);
  }
});
