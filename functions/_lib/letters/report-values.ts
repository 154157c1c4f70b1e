// What the placeholders of letters about reports stand for: which months, which meeting, and the reader's own link.
import { formatDate, formatMonth } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { providerName } from '../catalogue.ts';
import { linkUrl } from '../links.ts';
import type { LetterParts, LetterValues } from './fill.ts';

/** As SQL's app.about_steering_pack tells. */
export interface SentPack {
  link: string;
  meeting: string;
  first_month: string;
  last_month: string;
  version: number;
  corrected: string | null;
}
/** As SQL's app.about_provider_figures tells. */
export interface SentFigures {
  link: string;
  provider: string;
  last_month: string;
}

export const packLetter = (pack: SentPack, lang: Language): [LetterValues, LetterParts] => [
  {
    meeting: formatDate(pack.meeting, lang, 'short'),
    first_month: formatMonth(pack.first_month, lang),
    last_month: formatMonth(pack.last_month, lang),
    correction: pack.corrected
      ? createT(lang)('letter.pack-corrected', { version: pack.version, corrected: pack.corrected })
      : '',
    report_link: linkUrl(pack.link),
  },
  {},
];

export const figuresLetter = (figures: SentFigures, lang: Language): [LetterValues, LetterParts] => [
  {
    provider: providerName(figures.provider, lang),
    last_month: formatMonth(figures.last_month, lang),
    report_link: linkUrl(figures.link),
  },
  {},
];
