// The index over match data: for each piece of a word, which services hold it and how much that says (BM25).
import type { MatchEntry } from './match-data.ts';
import { pieces, wordsOf } from './written-words.ts';

/** Own words of a service weigh twice its running text; other weights from 1 to 5 changed nothing on unseen needs. */
const STRONG = 2;
const WEAK = 1;
/** BM25's usual constants. */
const K = 1.2;
const B = 0.7;

/** Services and weights in turn: [service, weight, service, weight …]. */
type Postings = number[];

export interface WordIndex {
  slugs: string[];
  /** Adds to `into`, which has a place for each service, how much a word speaks for it. */
  add(word: string, into: Float64Array): void;
}

/** A long word has more pieces; without this one compound would outweigh a whole sentence. */
const wordShare = (word: string): number => word.length ** -0.3;

/** How often each piece stands in each service, and how long each service is, both weighed. */
function countPieces(entries: readonly MatchEntry[]): { counts: Map<string, Postings>; lengths: number[] } {
  const counts = new Map<string, Postings>();
  const lengths = entries.map((entry, service) => {
    let length = 0;
    const count = (words: ReadonlySet<string>, weight: number): void => {
      for (const word of words) {
        const gain = weight * wordShare(word);
        for (const piece of pieces(word)) {
          length += gain;
          const list = counts.get(piece);
          if (!list) counts.set(piece, [service, gain]);
          else if (list[list.length - 2] === service) list[list.length - 1] = (list[list.length - 1] as number) + gain;
          else list.push(service, gain);
        }
      }
    };
    const strong = new Set(wordsOf([entry.title, entry.strong]));
    count(strong, STRONG);
    count(new Set(wordsOf([entry.summary, entry.weak]).filter((word) => !strong.has(word))), WEAK);
    return length;
  });
  return { counts, lengths };
}

export function buildIndex(entries: readonly MatchEntry[]): WordIndex {
  const { counts, lengths } = countPieces(entries);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const damp = lengths.map((length) => K * (1 - B + (B * length) / mean));
  // Counts become what a piece says, once: how rare it is, times how much of it the service has.
  for (const list of counts.values()) {
    const holders = list.length / 2;
    const rarity = Math.log(1 + (entries.length - holders + 0.5) / (holders + 0.5));
    for (let at = 0; at < list.length; at += 2) {
      const count = list[at + 1] as number;
      list[at + 1] = (rarity * count * (K + 1)) / (count + (damp[list[at] as number] as number));
    }
  }
  return {
    slugs: entries.map((entry) => entry.slug),
    add(word, into) {
      const share = wordShare(word);
      for (const piece of pieces(word)) {
        const list = counts.get(piece) ?? [];
        for (let at = 0; at < list.length; at += 2) {
          const service = list[at] as number;
          into[service] = (into[service] as number) + share * (list[at + 1] as number);
        }
      }
    },
  };
}
