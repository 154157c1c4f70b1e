// The sentences of a text that are longer than a reader follows at first reading.
import type { Language } from '../routes.ts';

/** A sentence of more words is split in plain language (Finnish and English guides say 15 to 25; 30 leaves room for lists). */
export const MOST_WORDS = 30;

export type LongSentence = { count: number; beginning: string };

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(lang: Language): Intl.Segmenter {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' });
  segmenters.set(lang, segmenter);
  return segmenter;
}

export function longSentences(text: string, lang: Language): LongSentence[] {
  // A word takes two characters at least, its space included: most texts are too short to be split into words.
  if (text.length <= 2 * MOST_WORDS || wordsOf(text).length <= MOST_WORDS) return [];
  return [...segmenterOf(lang).segment(text)].flatMap(({ segment }) => {
    const words = wordsOf(segment);
    return words.length > MOST_WORDS ? [{ count: words.length, beginning: `${words.slice(0, 6).join(' ')} …` }] : [];
  });
}

/** What holds a letter or a digit: a dash between spaces is no word. */
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
