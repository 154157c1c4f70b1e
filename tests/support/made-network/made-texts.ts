// Texts of a length that is asked for, in words of each language put together by chance: about as various as real ones.
import type { Language } from '#domain/routes.ts';
import type { Random } from '../random.ts';
import { WORDS } from './made-words.ts';

export type MadeTexts = {
  /** Words without a full stop, at least `least` and at most `most` characters. */
  phrase(least: number, most: number): string;
  /** The same as sentences. */
  sentences(least: number, most: number): string;
};

/** In characters: a sentence stays far under the 30 words from which editors are warned. */
const SENTENCE = { least: 40, most: 90 };

export function madeTexts(from: Random, lang: Language): MadeTexts {
  const { stems, endings, others, joinedShare } = WORDS[lang];
  const isOne = (percent: number) => from.int(1, 100) <= percent;
  /** The first words of a list more often than the last, as a language has common and rare ones. */
  const common = (list: readonly string[]) =>
    list[Math.min(from.int(0, list.length - 1), from.int(0, list.length - 1))];

  function word(): string {
    if (isOne(30)) return common(others) ?? '';
    const stem = isOne(joinedShare) ? `${from.pick(stems)}${from.pick(stems)}` : from.pick(stems);
    return `${stem}${from.pick(endings)}`;
  }
  function exactly(length: number): string {
    let text = word();
    while (text.length < length) text += ` ${word()}`;
    // What is cut must not end in a space, which front matter would lose.
    const cut = text.slice(0, length).replace(/ $/, 'a');
    return cut.charAt(0).toUpperCase() + cut.slice(1);
  }
  function sentences(least: number, most: number): string {
    const made: string[] = [];
    let left = from.int(least, most);
    while (left > 0) {
      const length = left > SENTENCE.least + SENTENCE.most ? from.int(SENTENCE.least, SENTENCE.most) : left;
      made.push(`${exactly(length - 1)}.`);
      left -= length + 1;
    }
    return made.join(' ');
  }
  return { phrase: (least, most) => exactly(from.int(least, most)), sentences };
}
