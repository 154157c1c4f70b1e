// Which of a person's companies a page is about: chosen in this browser, and asked of the database, which knows whose they are.
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { cookie, hostName, readCookie } from '../cookies.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const COOKIE = 'workspace-company';

/** As SQL's app.company_called gives it. */
export interface CompanyCalled {
  id: string;
  business_id: string | null;
  name: string | null;
}

export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** Null when none was chosen: who has one company needs no choice. */
export function chosenCompany(request: Request): string | null {
  const chosen = readCookie(request, hostName(COOKIE));
  return isId(chosen) ? chosen : null;
}

export const companyCookie = (id: string): string => cookie(hostName(COOKIE), id, YEAR_SECONDS);

export function companyName({ name, business_id }: Omit<CompanyCalled, 'id'>, lang: Language): string {
  const t = createT(lang);
  return name ?? (business_id ? t('workspace.business-id', { id: business_id }) : t('workspace.founding'));
}
