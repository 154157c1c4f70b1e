// The providers in one language, in alphabetical order.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { ProviderFacts, ProviderTexts } from '#domain/content/provider.ts';
import { isUnconfirmed } from '#domain/freshness.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { confirmedByLetter } from './confirmations.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';
import { pickerOf } from './picker-of.ts';
import { today } from './today.ts';

export type Provider = ProviderFacts &
  ProviderTexts & {
    id: string;
    names: ByLanguage;
    /** Whether it has left its texts unconfirmed for half a year, and the letter about it unanswered. */
    unconfirmed: boolean;
    entry: Renderable;
  };

export const getProviders = onceABuild(async (lang: Language): Promise<Provider[]> => {
  const { providers, providersTranslated } = await loadContent();
  const now = today();
  return joinTexts(providers, providersTranslated, lang)
    .map((provider) => {
      // The editors' day or the letter's, whichever is later.
      const confirmed = [provider.confirmed, confirmedByLetter(provider.id) ?? ''].sort().at(-1) as string;
      return {
        ...provider,
        confirmed,
        names: byLanguage((other) => textsEntry(providers, providersTranslated, provider.id, other).data.name),
        unconfirmed: isUnconfirmed(confirmed, now),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, lang));
});

const pickers = onceABuild(async (lang: Language) => pickerOf(await getProviders(lang)));

/** Those with these ids, in alphabetical order. */
export const pickProviders = async (ids: readonly string[], lang: Language): Promise<Provider[]> =>
  (await pickers(lang))(ids);
