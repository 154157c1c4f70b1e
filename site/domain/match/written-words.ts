// Cuts a text into words as they were written, and each word into the pieces by which it is found.

/** A word may hold a hyphen, colon or apostrophe ("yt-neuvottelut", "EU:n", "don't"); marks are accents written apart. */
const WRITTEN = /[\p{L}\p{N}\p{M}]+(?:[-:'’][\p{L}\p{N}\p{M}]+)*/gu;
const PLAIN = /[\p{L}\p{N}]+/gu;

/** Three letters survive a typo, five tell words apart. Pieces inside a word find bent forms and parts of compounds. */
const LENGTHS = [3, 4, 5];

export const writtenWords = (text: string): string[] => text.match(WRITTEN) ?? [];

/** Lower case, one form for each accented letter; "EU:n" becomes "eu" and "n". Of a whole text at once: a build has millions of words. */
export const plainWords = (text: string): string[] => text.normalize('NFC').toLowerCase().match(PLAIN) ?? [];

/** All plain words of some texts, as often as they stand there. */
export const wordsOf = (texts: readonly string[]): string[] => texts.flatMap(plainWords);

/** "laina" → ^laina$ ^la ^lai ^lain lai lain … Marks say where a word begins and ends: beginnings tell most in Finnish. */
export function pieces(word: string): string[] {
  const marked = `^${word}`;
  const found = new Set<string>([`${marked}$`]);
  for (const length of LENGTHS) {
    if (marked.length <= length) found.add(marked);
    for (let at = 0; at + length <= marked.length; at++) found.add(marked.slice(at, at + length));
  }
  return [...found];
}
