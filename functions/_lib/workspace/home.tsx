// workspace: the company's one place; and what is decided there: whose needs these are, which company, and an invitation's yes or no.
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceHome } from '#forms/workspace/home.tsx';
import { phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyCookie, companyName, isId } from './company.ts';
import { type ConsentRow, partsWords, personWords } from './consent-words.ts';
import { afterDeed, type Deed, didWords } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { type LookRow, looksOf } from './looks-of.ts';
import { type NeedRow, needRows } from './need-rows.ts';
import { actOnOwn, needsToOwn } from './own-company.ts';
import { pageOf } from './page-of.ts';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

interface InvitationRow extends CompanyCalled {
  invitation: string;
  role: Enums['member_role'];
  invited_by: string;
  expires_at: string;
}
interface ClaimRow {
  business_id: string;
  state: Enums['claim_state'];
  asked_at: string;
}
interface PersonRow {
  email: string;
  name: string | null;
}

const PER_PAGE = 25;

export async function showHome(call: WorkspaceCall, unsure?: string): Promise<Response> {
  const { request, lang, person, db } = call;
  const at = pageOf(call.url);
  const chosen = chosenCompany(request);
  const [[page], [inForce], toOwn] = await Promise.all([
    db.rpc('workspace', { p_company: chosen, p_page: at }),
    db.rpc('workspace_in_force', { p_company: chosen }),
    needsToOwn(call),
  ]);
  if (!page) throw new Error('workspace returned no row');
  const t = createT(lang);
  const company = page.company as CompanyCalled | null;
  const needs = page.needs as unknown as NeedRow[];
  const consents = (inForce?.consents ?? []) as unknown as ConsentRow[];
  const now = new Date(page.now);
  // Who is let in by a company and has none: what is shared is all there is.
  const hasOwn = [page.companies, page.invitations, page.claims].some((rows) => (rows as unknown[]).length > 0);
  if (person.isAdviser && !hasOwn) return seeOther(WORKSPACE.shared);
  const named = (one: CompanyCalled) => ({ id: one.id, name: companyName(one, lang) });
  const main = (
    <WorkspaceHome
      t={t}
      lang={lang}
      did={unsure ? undefined : didWords(call)}
      me={person.email}
      company={company && { ...named(company), businessId: company.business_id }}
      companies={(page.companies as unknown as CompanyCalled[]).map(named)}
      toOwn={toOwn}
      errors={unsure ? { [unsure]: t('workspace.own.error.sure.missing') } : {}}
      invitations={(page.invitations as unknown as InvitationRow[]).map((row) => ({
        id: row.invitation,
        company: companyName(row, lang),
        role: t(`workspace.role.${row.role}`),
        by: row.invited_by,
        until: new Date(row.expires_at),
      }))}
      claims={(page.claims as unknown as ClaimRow[]).map(({ business_id, state, asked_at }) => ({
        businessId: business_id,
        refused: state === 'refused',
        askedAt: new Date(asked_at),
      }))}
      claimsToSettle={page.role === 'owner' ? page.claims_to_settle : 0}
      needs={needRows(needs.slice(0, PER_PAGE), person.email, lang, now)}
      page={at}
      hasMore={needs.length > PER_PAGE}
      people={(page.people as unknown as PersonRow[]).map(({ name, email }) => name ?? email)}
      letIn={consents.map((row) => ({
        id: row.id,
        person: personWords(row),
        endsOn: row.ends_on,
        parts: partsWords(row, lang),
      }))}
      moreLetIn={(inForce?.total ?? 0) - consents.length}
      looks={looksOf(page.looks as unknown as LookRow[], lang)}
      phone={phone}
    />
  );
  const title = company ? companyName(company, lang) : t('workspace.title');
  return workspacePage(call, { title, main, hasError: Boolean(unsure), status: unsure ? 422 : 200 });
}

const JOINED = { joined: 'joined', already_member: 'already_member', gone: 'gone' } as const satisfies Record<
  Enums['join_company_outcome'],
  Deed
>;

type Act = (call: WorkspacePost) => Promise<Response>;

const choose: Act = async (call) => {
  const { company } = call.fields;
  return isId(company) ? seeOther(WORKSPACE.home, { 'set-cookie': companyCookie(company) }) : notInWorkspace(call);
};

const own: Act = async (call) => {
  const owned = await actOnOwn(call);
  return 'response' in owned ? owned.response : showHome(call, owned.unsure);
};

const join: Act = async (call) => {
  const { invitation } = call.fields;
  if (!isId(invitation)) return notInWorkspace(call);
  return afterDeed(WORKSPACE.home, JOINED[await call.db.rpc('workspace_join_company', { p_invitation: invitation })]);
};

const decline: Act = async (call) => {
  const { invitation } = call.fields;
  if (!isId(invitation)) return notInWorkspace(call);
  const outcome = await call.db.rpc('workspace_end_invitation', { p_invitation: invitation });
  return afterDeed(WORKSPACE.home, outcome satisfies Deed);
};

/** By the value of the button. */
export const HOME_ACTS = { choose, own, disown: own, join, decline } as const satisfies Record<string, Act>;

export async function actOnHome(call: WorkspacePost): Promise<Response> {
  const name = String(call.fields.act);
  return Object.hasOwn(HOME_ACTS, name) ? HOME_ACTS[name as keyof typeof HOME_ACTS](call) : notInWorkspace(call);
}
