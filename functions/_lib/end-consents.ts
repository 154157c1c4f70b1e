// end-consents: SQL knows which consents have ended and which are about to; it is asked until there are none left.
import { asSystem } from './db.ts';
import { mintLinks } from './links.ts';

/** Consents at a time: each is a few letters, and a scheduled function has 30 seconds. */
const MOST = 100;
/** Links for owners who have none of the consent yet; most consents bring the giver's. Who gets none signs in instead. */
const LINKS = 200;
/** More than this in one morning is left for the next. */
const ROUNDS = 10;

export interface EndedConsents {
  asked: number;
  expired: number;
}

export async function endConsents(): Promise<EndedConsents> {
  const total = { asked: 0, expired: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const [done] = await asSystem().rpc('end_consents', { p_most: MOST, p_links: mintLinks(LINKS) });
    if (!done) throw new Error('end_consents returned no row');
    total.asked += done.asked;
    total.expired += done.expired;
    if (!done.is_more) break;
  }
  return total;
}
