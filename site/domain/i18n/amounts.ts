// Amounts as people write them in each language: a time that was waited, a share.
import type { Language } from '../routes.ts';

const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Language, string>;

/** "1,5 tuntia", "12 timmar", "3 days": a decimal below ten hours only. */
export function formatElapsed(hours: number, lang: Language): string {
  const days = hours >= 48;
  const value = days ? Math.round(hours / 24) : hours < 10 ? hours : Math.round(hours);
  return new Intl.NumberFormat(LOCALE[lang], {
    style: 'unit',
    unit: days ? 'day' : 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format(value);
}

/** "93 %", as each language writes it. */
export const formatShare = (share: number, lang: Language): string =>
  new Intl.NumberFormat(LOCALE[lang], { style: 'percent' }).format(share);

/** A mark from 1 to 5, or the mean of some: "4,2". */
export const formatMark = (mark: number, lang: Language): string =>
  new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: 1 }).format(mark);
