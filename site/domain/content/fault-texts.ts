// What editors are told about a fault, by its code: the same words in npm run content:check, in the build and in /admin.
// Schemas give a code as their message (`.regex(…, 'slug' satisfies FaultCode)`), so no text stands in two places.
import { en } from './fault-texts.en.ts';
import { fi } from './fault-texts.fi.ts';

export type FaultCode = keyof typeof fi;
export type FaultParams = Readonly<Record<string, string | number>>;

/** Editors work in Finnish; English is for those who do not. */
export const FAULT_LANGUAGES = ['fi', 'en'] as const;
export type FaultLanguage = (typeof FAULT_LANGUAGES)[number];

const TEXTS: Record<FaultLanguage, Record<FaultCode, string>> = { fi, en };

/** Said after the sentence, when a fault knows what would be right. */
const HINTS: Record<FaultLanguage, { nearest: string; known: string }> = {
  fi: { nearest: 'Tarkoititko: {nearest}?', known: 'Sallitut: {known}.' },
  en: { nearest: 'Did you mean {nearest}?', known: 'Allowed: {known}.' },
};

export const isFaultCode = (text: string): text is FaultCode => Object.hasOwn(fi, text);

/**
 * The fault in words. `nearest` and `known` among its params are told after it: the likeliest right value, all right
 * values. `sentence` stands in for its own where that one speaks of a file and the editor sees none.
 */
export function faultText(
  fault: { code: FaultCode; params?: FaultParams | undefined },
  lang: FaultLanguage,
  sentence: string = TEXTS[lang][fault.code],
): string {
  const params = fault.params ?? {};
  const hints = (['nearest', 'known'] as const).filter((name) => name in params).map((name) => HINTS[lang][name]);
  return [sentence, ...hints].map((text) => filled(text, params)).join(' ');
}

const filled = (text: string, params: FaultParams): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));
