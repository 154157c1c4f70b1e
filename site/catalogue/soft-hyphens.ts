// Long words of a heading get soft hyphens: Chromium has no Finnish or Swedish dictionary, and on a phone a word would be cut anywhere.
import type { Language } from '#domain/routes.ts';

/** Shorter words fit on the line of a phone at the size of a heading. */
const LONG = 14;
/** Nobody wants to read a line that begins or ends with two letters. */
const EDGE = 4;

/** Where a word may be broken; English is left to the browser, which has a dictionary for it. */
const BREAKS: Partial<Record<Language, RegExp>> = {
  // A Finnish syllable begins before each consonant that a vowel follows, in compounds too but for rare ones.
  fi: /(?<=[a-zåäö])(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö])/giu,
  // Swedish compounds follow no such rule (arbets|plats): only before endings that are always syllables of their own.
  sv: /(?<=[a-zåäö])(?=(?:sering|ning|skap)(?:en|ens|s|er|ar)?$)/giu,
};

export function softHyphens(text: string, lang: Language, long = LONG): string {
  const breaks = BREAKS[lang];
  if (!breaks) return text;
  return text.replace(/[a-zåäö]+/giu, (word) => {
    if (word.length < long) return word;
    return word.replace(breaks, (_, at: number) => (at >= EDGE && word.length - at >= EDGE ? '\u00ad' : ''));
  });
}
