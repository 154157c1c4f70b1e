// workspace-people: the people of a company as a page.
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspacePeople } from '#forms/workspace/people.tsx';
import type { Enums } from '../db.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName } from './company.ts';
import { didWords } from './did.ts';
import type { WorkspaceCall } from './door.ts';
import { workspacePage } from './workspace-page.tsx';

type Role = Enums['member_role'];
interface PersonRow {
  email: string;
  role: Role;
  since: string;
  name: string | null;
}
interface InvitationRow {
  invitation: string;
  email: string;
  role: Role;
  invited_at: string;
  expires_at: string;
}
interface ClaimRow {
  claim: string;
  email: string;
  name: string;
  asked_at: string;
}

export interface WrongPeople {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, StringKey>>;
}

export async function peoplePage(call: WorkspaceCall, wanted: string | null, wrong?: WrongPeople): Promise<Response> {
  const { lang, person, db } = call;
  const [page] = await db.rpc('workspace_people', { p_company: wanted });
  const company = page?.company as CompanyCalled | null | undefined;
  if (!page || !company) return seeOther(WORKSPACE.home);
  const contacts = await db.rpc('workspace_contacts', { p_company: company.id });
  const needsOf = (email: string) => contacts.find((one) => one.email === email)?.needs ?? 0;
  const t = createT(lang);
  const main = (
    <WorkspacePeople
      t={t}
      lang={lang}
      did={wrong ? undefined : didWords(call)}
      me={person.email}
      isOwner={page.role === 'owner'}
      company={{ id: company.id, name: companyName(company, lang) }}
      people={(page.people as unknown as PersonRow[]).map(({ since, ...row }) => ({
        ...row,
        since: new Date(since),
        needs: needsOf(row.email),
      }))}
      invitations={(page.invitations as unknown as InvitationRow[]).map((row) => ({
        id: row.invitation,
        email: row.email,
        role: row.role,
        invitedAt: new Date(row.invited_at),
        until: new Date(row.expires_at),
      }))}
      claims={(page.claims as unknown as ClaimRow[]).map(({ claim, email, name, asked_at }) => ({
        id: claim,
        email,
        name,
        askedAt: new Date(asked_at),
      }))}
      values={wrong?.values ?? {}}
      errors={Object.fromEntries(Object.entries(wrong?.errors ?? {}).map(([field, key]) => [field, t(key)]))}
    />
  );
  const title = t('workspace.people.title');
  return workspacePage(call, { title, main, hasError: Boolean(wrong), status: wrong ? 422 : 200 });
}

export const showPeople = (call: WorkspaceCall): Promise<Response> => peoplePage(call, chosenCompany(call.request));
