// workspace-looks: who from outside has looked at what is the company's.
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceLooks } from '#forms/workspace/looks.tsx';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName } from './company.ts';
import type { WorkspaceCall } from './door.ts';
import { type LookRow, looksOf } from './looks-of.ts';
import { pageOf } from './page-of.ts';
import { workspacePage } from './workspace-page.tsx';

const PER_PAGE = 50;

export async function showLooks(call: WorkspaceCall): Promise<Response> {
  const { request, url, lang, db } = call;
  const at = pageOf(url);
  const [page] = await db.rpc('workspace_looks', { p_company: chosenCompany(request), p_page: at });
  const company = page?.company as CompanyCalled | null | undefined;
  // Several companies and none chosen, or none at all: the first page says what to do.
  if (!page || !company) return seeOther(WORKSPACE.home);
  const t = createT(lang);
  const rows = page.looks as unknown as LookRow[];
  const main = (
    <WorkspaceLooks
      t={t}
      lang={lang}
      company={companyName(company, lang)}
      looks={looksOf(rows.slice(0, PER_PAGE), lang)}
      page={at}
      hasMore={rows.length > PER_PAGE}
    />
  );
  return workspacePage(call, { title: t('workspace.looks.title'), main });
}
