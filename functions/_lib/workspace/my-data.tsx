// workspace-my-data and its two second steps: what is said before data is taken out or erased, and the asking and undoing of an erasure.
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceErase } from '#forms/workspace/erase.tsx';
import { WorkspaceMyData } from '#forms/workspace/my-data.tsx';
import { WorkspaceTakeOut } from '#forms/workspace/take-out.tsx';
import { phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { documentParts } from '../my-data/document-parts.ts';
import type { Row } from '../my-data/rows.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName, isId } from './company.ts';
import { afterDeed, type Deed, didWords } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { undoOwnErasure } from './erase-own.tsx';
import { lastDayIfAsked } from './erasures-of.tsx';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

async function read({ request, db, lang, person }: WorkspaceCall) {
  const [row] = await db.rpc('workspace_my_data', { p_company: chosenCompany(request) });
  if (!row) throw new Error('workspace_my_data returned no row');
  const called = row.company as CompanyCalled | null;
  const company = called && { id: called.id, name: companyName(called, lang) };
  const isErasing = person.erasures.some((one) => one.company && one.company.id === called?.id);
  const isErasingOwn = person.erasures.some((one) => !one.company);
  return { ...row, company, isOwner: row.role === 'owner', isErasing, isErasingOwn };
}

export async function showMyData(call: WorkspaceCall): Promise<Response> {
  const { lang } = call;
  const t = createT(lang);
  const { company, isOwner, isErasing, isErasingOwn } = await read(call);
  const main = (
    <WorkspaceMyData
      t={t}
      lang={lang}
      did={didWords(call)}
      company={company?.name ?? null}
      hasCompany={call.person.hasCompany}
      isOwner={isOwner}
      isErasing={isErasing}
      isErasingOwn={isErasingOwn}
      phone={phone}
    />
  );
  return workspacePage(call, { title: t('workspace.my-data.title'), main });
}

export async function showTakeOut(call: WorkspaceCall): Promise<Response> {
  const t = createT(call.lang);
  const { company, isOwner, needs } = await read(call);
  const [row] = isOwner && company ? await call.db.rpc('workspace_documents', { p_company: company.id }) : [];
  const documents = (row?.documents ?? []) as unknown as Row[];
  const main = (
    <WorkspaceTakeOut
      t={t}
      company={company}
      isOwner={isOwner}
      needs={needs}
      documents={documents.length}
      parts={documentParts(documents).length}
      phone={phone}
    />
  );
  return workspacePage(call, { title: t('workspace.take-out.title'), main });
}

export async function showErase(call: WorkspaceCall): Promise<Response> {
  const t = createT(call.lang);
  const { company, isOwner, isErasing, open_needs, put_off_by, now } = await read(call);
  // Nothing to decide here: the page of one's data says what there is.
  if (!company || !isOwner || isErasing) return seeOther(WORKSPACE.myData);
  const main = (
    <WorkspaceErase
      t={t}
      lang={call.lang}
      company={company}
      lastDay={lastDayIfAsked(now)}
      openNeeds={open_needs}
      putOffBy={put_off_by}
    />
  );
  return workspacePage(call, { title: t('workspace.erase.title'), main });
}

const ASKED = {
  asked: 'erasure_asked',
  already_asked: 'already_asked',
  owners_only: 'owners_only',
  too_many: 'too_many_erasures',
} as const satisfies Record<Exclude<Enums['ask_erasure_outcome'], 'gone'>, Deed>;
const UNDONE = {
  undone: 'erasure_undone',
  not_asked: 'not_asked',
  owners_only: 'owners_only',
} as const satisfies Record<Enums['undo_erasure_outcome'], Deed>;

export async function askErasure(call: WorkspacePost): Promise<Response> {
  const { company } = call.fields;
  if (!isId(company)) return notInWorkspace(call);
  const outcome = await call.db.rpc('workspace_ask_erasure', { p_company: company });
  if (outcome === 'gone') return notInWorkspace(call);
  call.waitUntil(drainQuietly());
  return afterDeed(WORKSPACE.myData, ASKED[outcome]);
}

export async function undoErasure(call: WorkspacePost): Promise<Response> {
  const { act, company } = call.fields;
  if (act === 'undo_own_erasure') return undoOwnErasure(call);
  if (act !== 'undo_erasure' || !isId(company)) return notInWorkspace(call);
  const outcome = await call.db.rpc('workspace_undo_erasure', { p_company: company });
  call.waitUntil(drainQuietly());
  return afterDeed(WORKSPACE.myData, UNDONE[outcome]);
}
