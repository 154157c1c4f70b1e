// Sizes of files as people read them: 10 Mt, 1,5 MB. A megabyte is 1024 × 1024 bytes, as file managers and our limits have it.
import type { Language } from '../routes.ts';

const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Language, string>;
const UNITS = { fi: ['kt', 'Mt'], sv: ['kB', 'MB'], en: ['kB', 'MB'] } as const satisfies Record<
  Language,
  readonly string[]
>;

/** Never smaller than a tenth of a kilobyte: what is there is not nothing. */
export function sizeText(bytes: number, lang: Language): string {
  const [kilo, mega] = UNITS[lang];
  const inMega = bytes >= 1024 * 1024;
  const amount = bytes / (inMega ? 1024 * 1024 : 1024);
  const number = new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: amount < 10 ? 1 : 0 });
  return `${number.format(bytes > 0 ? Math.max(amount, 0.1) : 0)}\u00a0${inMega ? mega : kilo}`;
}
