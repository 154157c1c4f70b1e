// workspace-erase-own: a person has herself erased: what is said before, and the asking and undoing.
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceEraseOwn } from '#forms/workspace/erase-own.tsx';
import { phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, companyName } from './company.ts';
import { afterDeed, type Deed } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { lastDayIfAsked } from './erasures-of.tsx';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

export async function showEraseOwn(call: WorkspaceCall): Promise<Response> {
  const { db, lang } = call;
  const t = createT(lang);
  const [row] = await db.rpc('workspace_own_erasure', {});
  // Nothing to decide here: the page of one's data says what there is.
  if (!row || row.is_waiting) return seeOther(WORKSPACE.myData);
  const named = (companies: unknown) =>
    (companies as CompanyCalled[]).map((company) => ({ id: company.id, name: companyName(company, lang) }));
  const main = (
    <WorkspaceEraseOwn
      t={t}
      lang={lang}
      companies={named(row.companies).map(({ name }) => name)}
      ownedAlone={named(row.owned_alone)}
      lastDay={lastDayIfAsked(row.now)}
      passedOn={row.passed_on}
      ownNeeds={row.own_needs}
      ownOpen={row.own_open}
      putOffBy={row.put_off_by}
      isAdviser={row.is_adviser}
      phone={phone}
    />
  );
  return workspacePage(call, { title: t('workspace.erase-own.title'), main });
}

const ASKED = {
  asked: 'erasure_asked',
  already_asked: 'already_asked',
  last_owner: 'last_owner',
  too_many: 'too_many_erasures',
} as const satisfies Record<Exclude<Enums['ask_own_erasure_outcome'], 'gone'>, Deed>;

export async function askOwnErasure(call: WorkspacePost): Promise<Response> {
  const outcome = await call.db.rpc('workspace_ask_own_erasure', { p_language: call.lang });
  if (outcome === 'gone') return notInWorkspace(call);
  call.waitUntil(drainQuietly());
  return afterDeed(WORKSPACE.myData, ASKED[outcome]);
}

const UNDONE = { undone: 'erasure_undone', not_asked: 'not_asked' } as const satisfies Record<
  Enums['undo_own_erasure_outcome'],
  Deed
>;

export async function undoOwnErasure(call: WorkspacePost): Promise<Response> {
  const outcome = await call.db.rpc('workspace_undo_own_erasure', {});
  call.waitUntil(drainQuietly());
  return afterDeed(WORKSPACE.myData, UNDONE[outcome]);
}
