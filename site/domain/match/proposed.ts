// Which of the matches are worth proposing: three to five, and fewer where the text says too little for more.
import { isSure, type Match } from './matcher-of.ts';

const MOST = 5;
/** So many are proposed if the text says anything for them; further ones only if it speaks for them by themselves. */
const USUAL = 3;
/** A service for which the text says less than this was met by a syllable: "energy" and first aid for emergencies. */
const SAYS_SOMETHING = 1.5;

export const proposed = (matches: readonly Match[]): Match[] =>
  matches.slice(0, MOST).filter((match, place) => match.score >= SAYS_SOMETHING && (place < USUAL || isSure([match])));
