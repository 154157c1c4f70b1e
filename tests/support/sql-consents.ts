// Consents for database tests: what a company shares with somebody outside it, and that person's session.
import type pg from 'pg';
import { type Args, type Claims, call, type Enums } from './sql-call.ts';
import { linkPool } from './sql-links.ts';
import { newAddress } from './sql-needs.ts';
import { asReplica } from './sql-time.ts';
import { signInAtWorkspace, type TestCompany } from './sql-workspace.ts';

export interface TestConsent {
  id: string;
  email: string;
  adviser: Claims;
}

export const ALL_PARTS: Enums['consent_part'][] = ['profile', 'needs', 'messages', 'documents'];

/** The company shares, for 90 days; its one need where needs are shared. The adviser is signed in. */
export async function newConsent(
  pool: pg.Pool,
  company: TestCompany,
  changes: { email?: string; parts?: Enums['consent_part'][]; needs?: string[]; mayComment?: boolean } = {},
): Promise<TestConsent> {
  const { email = newAddress(), parts = ALL_PARTS, mayComment = parts.includes('needs') } = changes;
  const { needs = parts.includes('needs') ? [company.need.id] : [] } = changes;
  const { rows } = await pool.query<{ id: string }>(
    `with given as (
       insert into app.consents (
         company_id, grantee_email, grantee_name, grantee_organisation, language, purpose, parts, may_comment,
         text_version, text_language, given_by, ends_on
       )
       select $1, $2, 'Neea Neuvoja', 'Neuvontatalo', 'fi', 'Rahoitushakemuksen valmistelu', $3::api.consent_part[], $4,
         '1', 'fi', $5, app.helsinki_day(now()) + 90
       returning *
     ), noted as (
       insert into app.consent_events (consent_id, kind, way, by_email, ends_on)
       select id, 'given', 'form', given_by, ends_on from given
     )
     select id from given`,
    [company.id, email, parts, mayComment, company.owner.email],
  );
  const id = rows[0]?.id as string;
  await pool.query('insert into app.consent_needs (consent_id, need_id) select $1, unnest($2::uuid[])', [id, needs]);
  return { id, email, adviser: await signInAtWorkspace(pool, email) };
}

export const withdraw = (pool: pg.Pool, { id }: Pick<TestConsent, 'id'>): Promise<unknown> =>
  pool.query('update app.consents set withdrawn_at = now(), withdrawn_by = given_by where id = $1', [id]);

/** Its last day was so many days ago; one that has not ended yet for a negative number. */
export const endDaysAgo = (pool: pg.Pool, { id }: Pick<TestConsent, 'id'>, days: number): Promise<unknown> =>
  asReplica(pool, (client) =>
    client.query(
      `update app.consents set given_at = given_at - interval '90 days', agreed_at = agreed_at - interval '90 days',
         ends_on = app.helsinki_day(now()) - $2::integer where id = $1`,
      [id, days],
    ),
  );

/** What share gives to SQL for a good form. */
export function shareArgs(
  company: TestCompany,
  changes: Partial<Args<'workspace_share'>> = {},
): Args<'workspace_share'> {
  return {
    p_company: company.id,
    p_email: newAddress(),
    p_name: 'Neea Neuvoja',
    p_organisation: 'Neuvontatalo',
    p_language: 'sv',
    p_purpose: 'Rahoitushakemuksen valmistelu',
    p_parts: ALL_PARTS,
    p_references: [company.need.reference],
    p_may_comment: true,
    p_days: 90,
    p_text_version: '2026-11-28',
    p_text_language: 'fi',
    p_links: linkPool(1),
    ...changes,
  };
}

/** An owner shares by the form's own function; comes back with the consent, its outcome and the adviser's session. */
export async function share(
  pool: pg.Pool,
  company: TestCompany,
  changes: Partial<Args<'workspace_share'>> = {},
): Promise<TestConsent> {
  const args = shareArgs(company, changes);
  const [answer] = await call(pool, 'workspace_share', args, company.owner);
  if (answer?.outcome !== 'shared') throw new Error(`workspace_share said ${answer?.outcome}`);
  const email = args.p_email as string;
  return { id: answer.consent, email, adviser: await signInAtWorkspace(pool, email) };
}

/** What happened to a consent: "given form", "withdrawn button". */
export const recordOf = async (pool: pg.Pool, id: string): Promise<string[]> =>
  (
    await pool.query<{ line: string }>(
      `select kind || ' ' || way as line from app.consent_events where consent_id = $1 order by id`,
      [id],
    )
  ).rows.map(({ line }) => line);

/** Letters about a consent that wait: "adviser_invited address". */
export const lettersAbout = async (pool: pg.Pool, id: string): Promise<string[]> =>
  (
    await pool.query<{ line: string }>(
      `select letter || ' ' || to_email as line from app.outbox
       where about = $1 or about in (select id from app.links where consent_id = $1) order by letter, to_email`,
      [id],
    )
  ).rows.map(({ line }) => line);
