// The providers in one language, in alphabetical order.
import type { ProviderFacts, ProviderTexts } from '#domain/content/provider.ts';
import { isUnconfirmed } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { confirmedByLetter } from './confirmations.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { today } from './today.ts';

export type Provider = ProviderFacts &
  ProviderTexts & {
    id: string;
    /** Whether it has left its texts unconfirmed for half a year, and the letter about it unanswered. */
    unconfirmed: boolean;
    entry: Renderable;
  };

export async function getProviders(lang: Language): Promise<Provider[]> {
  const { providers, providersTranslated } = await loadContent();
  return joinTexts(providers, providersTranslated, lang)
    .map((provider) => {
      // The editors' day or the letter's, whichever is later.
      const confirmed = [provider.confirmed, confirmedByLetter(provider.id) ?? ''].sort().at(-1) as string;
      return { ...provider, confirmed, unconfirmed: isUnconfirmed(confirmed, today()) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}
