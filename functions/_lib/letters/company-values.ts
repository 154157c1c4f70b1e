// What the placeholders of letters about a company's workspace stand for: an invitation, or a claim. They hold no key: the reader signs in.
import { formatDate } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { env } from '../env.ts';
import type { LetterValues } from './fill.ts';

/** As SQL's app.invitation_of gives it. */
export interface Invitation {
  business_id: string | null;
  invited_by: string;
  role: Enums['member_role'];
  expires_at: string;
}
/** As SQL's app.claim_of gives it. */
export interface Claim {
  business_id: string;
  email: string;
  name: string;
  state: Enums['claim_state'];
  asked_at: string;
}

export const workspaceUrl = (): string => env().SITE_URL + WORKSPACE.home;

export function invitationValues(invitation: Invitation, lang: Language): LetterValues {
  const t = createT(lang);
  return {
    inviter: invitation.invited_by,
    business_id: invitation.business_id ?? '',
    role: t(`workspace.role.${invitation.role}`),
    until: formatDate(new Date(invitation.expires_at), lang, 'short'),
    workspace_link: workspaceUrl(),
    phone,
  };
}

export const claimValues = (claim: Claim, letter: Enums['letter_kind'], lang: Language): LetterValues => ({
  claimant: claim.email,
  business_id: claim.business_id,
  outcome: createT(lang)(`letter.claim.${claim.state}`),
  workspace_link: letter === 'claim_asked' ? env().SITE_URL + WORKSPACE.people : workspaceUrl(),
  phone,
});
