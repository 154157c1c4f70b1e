// ask-confirmations: tells SQL who the contacts are and what they would read; SQL says who is due and queues the letters.
import { isMailTime } from '#domain/ladder.ts';
import { catalogue } from './catalogue.ts';
import { asSystem } from './db.ts';
import { LINKS_FOR, mintLinks } from './links.ts';
import { publishedPages, textsHash } from './published-pages.ts';

/** Letters in a day: what comes back as mistakes is for a few editors to correct, and 2,000 providers are still asked within their half year. */
const MOST = 20;

export interface Asked {
  asked: number;
  /** Rounds of people who are no longer a provider's contact. */
  ended: number;
}

/** Undefined outside the hours in which letters that nobody waits for may go: working days from 8 to 16 in Helsinki. */
export async function askConfirmations(now: Date = new Date()): Promise<Asked | undefined> {
  if (!isMailTime(now)) return undefined;
  const contacts = await Promise.all(
    catalogue.providers.map(async ({ id, contactEmail, contactLanguage, confirmed }) => ({
      provider: id,
      email: contactEmail,
      language: contactLanguage,
      confirmed,
      texts: textsHash((await publishedPages(id, contactLanguage)) ?? []),
    })),
  );
  const [done] = await asSystem().rpc('ask_confirmations', {
    p_contacts: contacts,
    p_most: MOST,
    p_links: mintLinks(MOST * LINKS_FOR.provider),
  });
  if (!done) throw new Error('ask_confirmations returned no row');
  return done;
}
