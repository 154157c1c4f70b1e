// What is known of a company and its person, and in words where each value came from.
import type { ProfileField, ProfileValues } from '#domain/forms/correct-profile.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import { createT, type T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { Caller, Enums } from '../db.ts';
import type { CompanyCalled } from './company.ts';

export interface FactRow {
  field: Enums['profile_field'];
  value: string | null;
  source: Enums['fact_source'];
  reference: string | null;
  told_at: string;
}

export interface Facts {
  company: CompanyCalled;
  isOwner: boolean;
  now: FactRow[];
  history: FactRow[];
}

/** Undefined for who has no company, or several and none chosen. */
export async function readFacts(db: Caller, company: string | null): Promise<Facts | undefined> {
  const [row] = await db.rpc('workspace_profile', { p_company: company });
  if (!row?.company) return undefined;
  return {
    company: row.company as unknown as CompanyCalled,
    isOwner: row.role === 'owner',
    now: row.facts as unknown as FactRow[],
    history: row.history as unknown as FactRow[],
  };
}

export const sourceWords = ({ source, reference, told_at }: FactRow, t: T, lang: Language): string =>
  t(`workspace.source.${source}`, { reference: reference ?? '', date: formatDate(new Date(told_at), lang, 'short') });

/** Who was invited has told nothing yet: the address is the one that was proved. */
export function profileValues(facts: Facts, email: string): ProfileValues {
  const known = new Map(facts.now.map(({ field, value }) => [field, value]));
  const value = (field: ProfileField) => known.get(field) ?? '';
  return {
    company_name: value('company_name'),
    business_id: value('business_id'),
    contact_name: value('contact_name'),
    contact_email: value('contact_email') || email,
    contact_phone: value('contact_phone'),
    contact_by: value('contact_by'),
    language: value('language'),
  };
}

export function sources(facts: Facts, lang: Language): Partial<Record<ProfileField, string>> {
  const t = createT(lang);
  const told = facts.now.filter(({ value }) => value !== null).map((fact) => [fact.field, sourceWords(fact, t, lang)]);
  return { contact_email: t('workspace.source.session'), ...Object.fromEntries(told) };
}
