// What is done with the people of a company, by the value of the button: invite, take back, change a role, end a membership, answer a claim.
import { inviteColleagueSchema } from '#domain/forms/invite-colleague.ts';
import { cleanEmail } from '#domain/forms/text.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { asWritten } from '../acts/act.ts';
import type { Enums } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { LINKS_FOR, mintLinks } from '../links.ts';
import { isId } from './company.ts';
import { afterDeed, type Deed } from './did.ts';
import type { WorkspacePost } from './door.ts';
import { peoplePage } from './people.tsx';
import { notInWorkspace } from './workspace-page.tsx';

type Act = (call: WorkspacePost, company: string) => Promise<Response>;

const done = (deed: Deed): Response => afterDeed(WORKSPACE.people, deed);

const invite: Act = async (call, company) => {
  const values = asWritten(call.fields);
  const wrong = (code: string) =>
    peoplePage(call, company, { values, errors: { email: `workspace.people.error.email.${code}` as StringKey } });
  const form = inviteColleagueSchema.safeParse(call.fields);
  if (!form.success) return wrong(form.error.issues[0]?.message ?? 'missing');
  const { email, role, language } = form.data;
  const args = { p_company: company, p_email: email, p_role: role, p_language: language };
  const replies = {
    invited: async () => {
      call.waitUntil(drainQuietly());
      return done('invited');
    },
    already_invited: () => wrong('already_invited'),
    already_member: () => wrong('already_member'),
    too_many: () => wrong('too_many'),
    owners_only: async () => done('owners_only'),
  } as const satisfies Record<Enums['invite_colleague_outcome'], () => Promise<Response>>;
  return replies[await call.db.rpc('workspace_invite_colleague', args)]();
};

const end_invitation: Act = async (call) => {
  const { invitation } = call.fields;
  if (!isId(invitation)) return notInWorkspace(call);
  const outcome = await call.db.rpc('workspace_end_invitation', { p_invitation: invitation });
  return done(outcome satisfies Deed);
};

const set_role: Act = async ({ db, fields }, company) => {
  const p_role = fields.role === 'owner' ? ('owner' as const) : ('member' as const);
  const args = { p_company: company, p_email: cleanEmail(fields.email), p_role };
  return done((await db.rpc('workspace_set_role', args)) satisfies Deed);
};

const end_membership: Act = async (call, company) => {
  const { db, fields } = call;
  if (fields.sure !== 'yes') {
    return peoplePage(call, company, {
      values: asWritten(fields),
      errors: { sure: 'workspace.people.error.sure.missing' },
    });
  }
  const p_email = cleanEmail(fields.email);
  const contacts = await db.rpc('workspace_contacts', { p_company: company });
  const needs = contacts.find(({ email }) => email === p_email)?.needs ?? 0;
  // A set for each need that somebody else becomes the contact of.
  const p_links = mintLinks(needs * LINKS_FOR.company);
  const outcome = await db.rpc('workspace_end_membership', { p_company: company, p_email, p_links });
  call.waitUntil(drainQuietly());
  // Who has left sees this company's people no more.
  return outcome === 'left' ? afterDeed(WORKSPACE.home, outcome) : done(outcome satisfies Deed);
};

const settle =
  (p_let_in: boolean, p_role: Enums['member_role']): Act =>
  async (call) => {
    const { claim } = call.fields;
    if (!isId(claim)) return notInWorkspace(call);
    const outcome = await call.db.rpc('workspace_settle_claim', { p_claim: claim, p_let_in, p_role });
    call.waitUntil(drainQuietly());
    return done(outcome satisfies Deed);
  };

/** By the value of the button. */
export const PEOPLE_ACTS = {
  invite,
  end_invitation,
  set_role,
  end_membership,
  let_in_member: settle(true, 'member'),
  let_in_owner: settle(true, 'owner'),
  refuse: settle(false, 'member'),
} as const satisfies Record<string, Act>;

export async function actOnPeople(call: WorkspacePost): Promise<Response> {
  const { act, company } = call.fields;
  const name = String(act);
  if (!isId(company) || !Object.hasOwn(PEOPLE_ACTS, name)) return notInWorkspace(call);
  return PEOPLE_ACTS[name as keyof typeof PEOPLE_ACTS](call, company);
}
