// A consent as SQL's app.consent_called gives it, and in words what it lets somebody see and do.
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import type { Enums } from '../db.ts';

export type Part = Enums['consent_part'];

export interface ConsentRow {
  id: string;
  standing: Enums['consent_standing'];
  email: string;
  name: string | null;
  organisation: string;
  language: Language;
  purpose: string;
  parts: Part[];
  may_comment: boolean;
  given_by: string;
  given_by_name: string | null;
  given_at: string;
  ends_on: string;
  withdrawn_at: string | null;
  first_used_at: string | null;
  /** How many are shared; of an ended one the grantee no longer knows. */
  needs: number;
}

export function partsWords({ parts, needs }: Pick<ConsentRow, 'parts' | 'needs'>, lang: Language): string {
  const t = createT(lang);
  const words = parts.map((part) =>
    part === 'needs'
      ? t(needs === 1 ? 'consent.part.needs.one' : 'consent.part.needs.other', { count: needs })
      : t(`consent.part.${part}`),
  );
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(words);
}

/** '' where there is nothing to comment on. */
export const commentWords = (
  { parts, may_comment }: Pick<ConsentRow, 'parts' | 'may_comment'>,
  lang: Language,
): string => (parts.includes('needs') ? createT(lang)(may_comment ? 'consent.may-comment' : 'consent.may-read') : '');

export const personWords = ({
  name,
  email,
  organisation,
}: Pick<ConsentRow, 'name' | 'email' | 'organisation'>): string => [name ?? email, organisation].join(', ');
