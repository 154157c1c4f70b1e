// What the placeholders of letters about a consent stand for. The adviser's hold no key, the company's one that takes it back.
import { formatDate } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { phone } from '../catalogue.ts';
import { env } from '../env.ts';
import { linkUrl } from '../links.ts';
import { type ConsentRow, commentWords, partsWords } from '../workspace/consent-words.ts';
import type { LetterValues } from './fill.ts';

/** As SQL's app.consent_told gives it. */
export interface ToldConsent extends ConsentRow {
  company: string | null;
  business_id: string | null;
  withdrawn_by: string | null;
  /** In Helsinki, when the letter goes. */
  today: string;
  /** The reader's own, to take it back; without one the reader signs in. */
  link?: string | undefined;
}

const DAY_MS = 86_400_000;

export function consentValues(told: ToldConsent, lang: Language): LetterValues {
  const t = createT(lang);
  const site = env().SITE_URL;
  const until = formatDate(told.ends_on, lang, 'short');
  const daysLeft = Math.round((Date.parse(told.ends_on) - Date.parse(told.today)) / DAY_MS);
  const record = site + routes.consent(told.id);
  return {
    inviter: told.given_by,
    company: [told.company, told.business_id].filter(Boolean).join(', '),
    grantee: told.name ? `${told.name} (${told.email})` : told.email,
    organisation: told.organisation,
    purpose: told.purpose,
    parts: partsWords(told, lang),
    comment: commentWords(told, lang),
    until,
    left: t(
      daysLeft <= 0 ? 'letter.consent.today' : daysLeft === 1 ? 'letter.consent.tomorrow' : 'letter.consent.in-days',
      {
        count: daysLeft,
      },
    ),
    ended: told.withdrawn_at
      ? t('letter.consent.withdrawn', {
          who: told.withdrawn_by ?? '',
          date: formatDate(new Date(told.withdrawn_at), lang, 'short'),
        })
      : t('letter.consent.expired', { date: until }),
    shared_link: site + WORKSPACE.shared,
    record_link: record,
    // Without it the record has the button.
    withdraw_link: told.link ? linkUrl(told.link) : '',
    phone,
  };
}
