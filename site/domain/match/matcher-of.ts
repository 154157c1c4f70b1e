// Own words find the service, in the browser: this part and the match data are all that it gets.
import type { MatchEntry } from './match-data.ts';
import { SMALL_WORDS } from './small-words.ts';
import { buildIndex } from './word-index.ts';
import { plainWords, wordsOf, writtenWords } from './written-words.ts';

export interface Match {
  slug: string;
  /** How much more the text says for this service than for the average one, however many services there are. */
  score: number;
  /** The person's own words that brought it up, as she wrote them, the strongest first. */
  why: string[];
}

export type Matcher = (text: string, limit: number) => Match[];

/**
 * Whether the first match deserves to be shown as an answer; if not, offer topics beside it. On 120 unseen needs the
 * first score is below 4 in 7; on 120 texts that ask for no service (greetings, dentists, street lamps) in 71.
 */
export const isSure = (matches: readonly Match[]): boolean => (matches[0]?.score ?? 0) >= SURE;
const SURE = 4;

/** More words than this are not a reason but a quotation. */
const REASONS = 3;
/** A word that says less than this much of the strongest one is not shown as a reason. */
const REASON_SHARE = 0.4;

interface Said {
  written: string;
  gains: Float64Array;
  mean: number;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Plain words one after the other, so that a whole name is found in a text and no part of a word is. */
const spaced = (text: string): string => ` ${wordsOf([text]).join(' ')} `;

/** What a word says for this service beyond what it says for all: words that are everywhere are no reason. */
const excess = (said: Said, service: number): number => (said.gains[service] as number) - said.mean;

function reasons(words: readonly Said[], service: number): string[] {
  const ranked = words.filter((said) => excess(said, service) > 0);
  ranked.sort((a, b) => excess(b, service) - excess(a, service));
  const telling = ranked.filter((said) => !SMALL_WORDS.has(said.written.toLowerCase()));
  const best = telling[0] ? excess(telling[0], service) : 0;
  const shown = telling.filter((said) => excess(said, service) >= best * REASON_SHARE);
  return (shown.length > 0 ? shown : ranked).slice(0, REASONS).map((said) => said.written);
}

export function matcherOf(entries: readonly MatchEntry[]): Matcher {
  const index = buildIndex(entries);
  const { slugs } = index;
  const names = entries.map(({ title }) => spaced(title));
  // A word that only one service has weighs about this much.
  const scale = Math.log(1 + slugs.length);

  return (text, limit) => {
    // Each word counts once however often it is said: a long story would else be about its most common word.
    const words = new Map<string, Said>();
    const total = new Float64Array(slugs.length);
    for (const written of writtenWords(text)) {
      const key = written.toLowerCase();
      if (words.has(key)) continue;
      const gains = new Float64Array(slugs.length);
      for (const word of plainWords(written)) index.add(word, gains);
      words.set(key, { written, gains, mean: meanOf(gains) });
      for (let service = 0; service < total.length; service++) {
        total[service] = (total[service] as number) + (gains[service] as number);
      }
    }
    const mean = meanOf(total);
    const said = [...words.values()];
    const all = spaced(text);
    // Who writes a service's whole name means it, however common its words are ("Work try-out").
    const named = (service: number): number => (said.length > 0 && all.includes(names[service] as string) ? SURE : 0);
    return slugs
      .map((slug, service) => ({ slug, service, score: ((total[service] as number) - mean) / scale + named(service) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.service - b.service)
      .slice(0, Math.max(0, limit))
      .map(({ slug, service, score }) => ({ slug, score, why: reasons(said, service) }));
  };
}
