// What the placeholders of letters about who belongs to a company stand for: a membership that ended, needs that turn to somebody else, a number that was moved.
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { phone } from '../catalogue.ts';
import { companyName } from '../workspace/company.ts';
import { workspaceUrl } from './company-values.ts';
import type { LetterValues } from './fill.ts';

interface OfCompany {
  business_id: string | null;
  company_name: string | null;
}
/** As SQL's app.about_membership_ended gives it. */
export interface MembershipEnded extends OfCompany {
  references: string[];
}
/** As SQL's app.about_contact_passed gives it. */
export interface ContactPassed extends OfCompany {
  email: string;
  references: string[];
}

const called = ({ company_name, business_id }: OfCompany, lang: Language): string =>
  companyName({ name: company_name, business_id }, lang);

export function membershipEndedValues(told: MembershipEnded, lang: Language): LetterValues {
  const references = told.references.join(', ');
  const needs_note = createT(lang)(references ? 'letter.membership.needs' : 'letter.membership.no-needs', {
    references,
  });
  return { company: called(told, lang), needs_note, phone };
}

export const contactPassedValues = (told: ContactPassed, lang: Language): LetterValues => ({
  company: called(told, lang),
  leaver: told.email,
  references: told.references.join(', '),
  workspace_link: workspaceUrl(),
  phone,
});

/** As SQL's app.about_number_moved gives it. */
export const numberMovedValues = (told: OfCompany, lang: Language): LetterValues => ({
  company: told.company_name ?? createT(lang)('workspace.founding'),
  business_id: told.business_id ?? '',
  workspace_link: workspaceUrl(),
  phone,
});
