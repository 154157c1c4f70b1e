// Long Finnish words of a heading get soft hyphens: Chromium has no Finnish dictionary, and on a phone a word would be cut anywhere.

/** Shorter words fit on the line of a phone at the size of a heading. */
const LONG = 14;
/** Nobody wants to read a line that begins or ends with two letters. */
const EDGE = 4;

const SYLLABLE = /(?<=[a-zåäö])(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö])/giu;

/** A Finnish syllable begins before each consonant that a vowel follows, in compounds too but for rare ones. */
export function softHyphens(text: string, long = LONG): string {
  return text.replace(/[a-zåäö]+/giu, (word) => {
    if (word.length < long) return word;
    return word.replace(SYLLABLE, (_, at: number) => (at >= EDGE && word.length - at >= EDGE ? '\u00ad' : ''));
  });
}
