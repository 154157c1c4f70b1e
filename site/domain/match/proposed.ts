// Which services are worth proposing: three to five. Where a text is sure of one or two, those that go with them fill the three.
import { isSure, type Match } from './matcher-of.ts';

const MOST = 5;
/** So many are proposed if there is any reason for them; further ones only if the text speaks for them by themselves. */
const USUAL = 3;
/** A service for which the text says less than this was met by a syllable: "energy" and first aid for emergencies. */
const SAYS_SOMETHING = 1.5;

export const proposed = (matches: readonly Match[]): Match[] =>
  matches.slice(0, MOST).filter((match, place) => match.score >= SAYS_SOMETHING && (place < USUAL || isSure([match])));

/** A service that is proposed because it goes with one that was found: places in a list of services. */
export type Beside = { place: number; with: number };

/**
 * "Welder" says all that it needs to, and still finds two services. What the network has put beside them is a better
 * third than what shares a syllable with the word; and its reason is told as what it is.
 */
export function besideFound(found: readonly number[], besideOf: (place: number) => readonly number[]): Beside[] {
  const all = found.flatMap((one) => besideOf(one).map((place) => ({ place, with: one })));
  const further = all.filter(
    ({ place }, at) => !found.includes(place) && all.findIndex((other) => other.place === place) === at,
  );
  return found.length === 0 ? [] : further.slice(0, Math.max(0, USUAL - found.length));
}
