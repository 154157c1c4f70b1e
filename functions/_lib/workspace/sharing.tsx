// sharing: who can see what of the company, and who has looked.
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceSharing } from '#forms/workspace/sharing.tsx';
import { nameIn } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { publicName } from '../public-name.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName } from './company.ts';
import { type ConsentRow, partsWords } from './consent-words.ts';
import { didWords } from './did.ts';
import type { WorkspaceCall } from './door.ts';
import { workspacePage } from './workspace-page.tsx';

type SharingRow = ConsentRow & { references: string[]; was_corrected: boolean; last_look_at: string | null };
interface PersonRow {
  email: string;
  name: string | null;
  role: Enums['member_role'];
}
interface HandlerRow {
  name: string | null;
  references: string[];
  last_look_at: string | null;
}

/** As many as the page's function gives at most. */
const MOST = 100;
const at = (moment: string | null) => (moment ? new Date(moment) : null);

export async function showSharing(call: WorkspaceCall): Promise<Response> {
  const { request, lang, person, db } = call;
  const [page] = await db.rpc('workspace_sharing', { p_company: chosenCompany(request) });
  const company = page?.company as CompanyCalled | null | undefined;
  if (!page || !company) return seeOther(WORKSPACE.home);
  const t = createT(lang);
  const isOwner = page.role === 'owner';
  const consents = page.consents as unknown as SharingRow[];
  const main = (
    <WorkspaceSharing
      t={t}
      lang={lang}
      did={didWords(call)}
      company={{ id: company.id, name: companyName(company, lang) }}
      isOwner={isOwner}
      consents={consents.map((row) => ({
        id: row.id,
        standing: row.standing,
        wasCorrected: row.was_corrected,
        person: row.name ?? row.email,
        email: row.email,
        organisation: row.organisation,
        purpose: row.purpose,
        parts: partsWords(row, lang),
        references: row.references,
        endsOn: row.ends_on,
        withdrawnAt: at(row.withdrawn_at),
        mayWithdraw: isOwner || row.given_by === person.email,
        lastLook: at(row.last_look_at),
      }))}
      hasMore={consents.length === MOST}
      people={(page.people as unknown as PersonRow[]).map(({ name, email, role }) => ({
        name: name ?? email,
        role: t(`workspace.role.${role}`),
      }))}
      handlers={(page.handlers as unknown as HandlerRow[]).map(({ name, references, last_look_at }) => ({
        name: publicName(name && nameIn(name, lang), t),
        references,
        lastLook: at(last_look_at),
      }))}
      unhandled={page.unhandled}
    />
  );
  return workspacePage(call, { title: t('sharing.title'), main });
}
