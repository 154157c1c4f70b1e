// Companies with their people, for database tests: made as sign-in at the workspace makes them.
import { randomInt, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Args, type Claims, call, type Enums } from './sql-call.ts';
import { newNeed, type TestNeed } from './sql-needs.ts';

/**
 * The claims of somebody with a living session at the workspace: whoever sent a need, or was invited. About needs that came with
 * her address she says that they are hers.
 */
export async function signInAtWorkspace(pool: pg.Pool, email: string): Promise<Claims> {
  const claims = await enterWorkspace(pool, email);
  await ownAll(pool, claims);
  return claims;
}

/** Yes to all that came with the person's address. */
export async function ownAll(pool: pg.Pool, claims: Claims): Promise<void> {
  for (const { business_id } of await call(pool, 'workspace_to_own', {}, claims))
    await call(pool, 'workspace_own_company', { p_business_id: business_id }, claims);
}

/** The same, with that question still open. */
export async function enterWorkspace(pool: pg.Pool, email: string): Promise<Claims> {
  const claims = { email, session_id: randomUUID() };
  const outcome = await call(pool, 'begin_session', {
    p_door: 'workspace',
    p_session_id: claims.session_id,
    p_email: email,
    p_own_device: false,
  });
  if (outcome !== 'begun') throw new Error(`begin_session said ${outcome}`);
  return claims;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/** One that no other test uses, with the right check digit. */
export function newBusinessId(): string {
  const digits = String(randomInt(1_000_000, 9_999_999));
  const rest = [...digits].reduce((sum, digit, place) => sum + Number(digit) * (WEIGHTS[place] ?? 0), 0) % 11;
  // A rest of one has no check digit.
  return rest === 1 ? newBusinessId() : `${digits}-${rest === 0 ? 0 : 11 - rest}`;
}

export interface TestCompany {
  id: string;
  businessId: string;
  need: TestNeed;
  owner: Claims;
}

/** A company whose owner sent a need and has signed in. */
export async function newCompany(pool: pg.Pool, changes: Partial<Args<'send_need'>> = {}): Promise<TestCompany> {
  const businessId = newBusinessId();
  const need = await newNeed(pool, { p_business_id: businessId, ...changes });
  const owner = await signInAtWorkspace(pool, need.email);
  return { id: (await companyOf(pool, need.id)) as string, businessId, need, owner };
}

export async function companyOf(pool: pg.Pool, needId: string): Promise<string | null> {
  const { rows } = await pool.query<{ company_id: string | null }>('select company_id from app.needs where id = $1', [
    needId,
  ]);
  return rows[0]?.company_id ?? null;
}

/** The owner invites; comes back with the invitation's id. */
export async function invite(
  pool: pg.Pool,
  company: TestCompany,
  email: string,
  role: Enums['member_role'] = 'member',
): Promise<string> {
  const args = { p_company: company.id, p_email: email, p_role: role, p_language: 'fi' as const };
  const outcome = await call(pool, 'workspace_invite_colleague', args, company.owner);
  if (outcome !== 'invited') throw new Error(`workspace_invite_colleague said ${outcome}`);
  const { rows } = await pool.query<{ id: string }>(
    'select id from app.member_invitations where company_id = $1 and email = $2 order by invited_at desc limit 1',
    [company.id, email],
  );
  return rows[0]?.id as string;
}

/** A colleague who was invited and has joined. */
export async function newColleague(
  pool: pg.Pool,
  company: TestCompany,
  email: string,
  role: Enums['member_role'] = 'member',
): Promise<Claims> {
  const invitation = await invite(pool, company, email, role);
  const claims = await signInAtWorkspace(pool, email);
  const outcome = await call(pool, 'workspace_join_company', { p_invitation: invitation }, claims);
  if (outcome !== 'joined') throw new Error(`workspace_join_company said ${outcome}`);
  return claims;
}

/** Everybody of a company, as "role address", sorted; who left is left out. */
export async function peopleOf(pool: pg.Pool, company: string): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select role || ' ' || email as line from app.members where company_id = $1 and left_at is null order by role, email`,
    [company],
  );
  return rows.map(({ line }) => line);
}
