// The providers in one language, in alphabetical order.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import type { ProviderFacts, ProviderTexts } from '#domain/content/provider.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage, textsEntry } from './by-language.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { onceABuild } from './once-a-build.ts';
import { pickerOf } from './picker-of.ts';
import { monthsBefore, today } from './today.ts';

export type Provider = ProviderFacts &
  ProviderTexts & {
    id: string;
    names: ByLanguage;
    /** Whether it has left its texts unconfirmed for longer than half a year. */
    unconfirmed: boolean;
    entry: Renderable;
  };

/** Each provider is asked every half year whether its texts are still right. */
const CONFIRMED_FOR_MONTHS = 6;

export const getProviders = onceABuild(async (lang: Language): Promise<Provider[]> => {
  const { providers, providersTranslated } = await loadContent();
  const oldest = monthsBefore(today(), CONFIRMED_FOR_MONTHS);
  return joinTexts(providers, providersTranslated, lang)
    .map((provider) => ({
      ...provider,
      names: byLanguage((other) => textsEntry(providers, providersTranslated, provider.id, other).data.name),
      unconfirmed: provider.confirmed < oldest,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
});

const pickers = onceABuild(async (lang: Language) => pickerOf(await getProviders(lang)));

/** Those with these ids, in alphabetical order. */
export const pickProviders = async (ids: readonly string[], lang: Language): Promise<Provider[]> =>
  (await pickers(lang))(ids);
