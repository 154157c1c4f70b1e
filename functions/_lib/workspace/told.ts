// What a signed-in person's need form opens filled with: told once, with where each value came from.
import { type NeedValues, needValues, type ToldValues } from '#domain/forms/send-need-checks.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { type Caller, DatabaseDown } from '../db.ts';
import { sessionAt } from '../sign-in/session.ts';
import { hasTokens } from '../sign-in/session-cookie.ts';
import { chosenCompany } from './company.ts';
import { workspace } from './door.ts';
import { profileValues, readFacts, sources } from './facts.ts';

/** Whoever may be signed in gets a page that nobody else may get: it is kept nowhere. */
export const mayBeSignedIn = (request: Request): boolean => hasTokens(request, 'workspace');

export interface Told {
  company: string;
  db: Caller;
  values: NeedValues;
  told: ToldValues;
  /** The session's cookie, when it was made fresh. */
  renewed: string | undefined;
}

const FIELDS = [
  'business_id',
  'no_business_id',
  'company_name',
  'contact_name',
  'contact_email',
  'contact_phone',
  'contact_by',
] as const;

/** Undefined for who is not signed in, has no company, or several and none chosen; and when nobody can be asked: a need can be written all the same. */
export async function toldInWorkspace(request: Request, lang: Language): Promise<Told | undefined> {
  try {
    return mayBeSignedIn(request) ? await told(request, lang) : undefined;
  } catch (error) {
    if (error instanceof DatabaseDown) return undefined;
    throw error;
  }
}

async function told(request: Request, lang: Language): Promise<Told | undefined> {
  const session = await sessionAt(workspace, request);
  if (session.status !== 'living') return undefined;
  const facts = await readFacts(session.db, chosenCompany(request));
  if (!facts) return undefined;
  const t = createT(lang);
  const profile = profileValues(facts, session.person.email);
  const values = needValues({ ...profile, no_business_id: profile.business_id ? '' : 'yes', language: lang });
  const from = sources(facts, lang);
  const toldValues = Object.fromEntries(
    FIELDS.filter((field) => values[field]).map((field) => {
      const where = field === 'no_business_id' ? undefined : from[field];
      return [field, { value: values[field], text: `${t('send-need.told.source')}${where ? ` ${where}` : ''}` }];
    }),
  );
  return { company: facts.company.id, db: session.db, values, told: toldValues, renewed: session.renewed };
}
