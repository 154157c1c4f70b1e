// The providers in one language, in alphabetical order.
import type { ProviderFacts, ProviderTexts } from '#domain/content/provider.ts';
import type { Language } from '#domain/routes.ts';
import { textsEntry } from './by-language.ts';
import { loadContent, type Renderable } from './load-content.ts';

export type Provider = ProviderFacts & ProviderTexts & { id: string; entry: Renderable };

export async function getProviders(lang: Language): Promise<Provider[]> {
  const { providers, providersTranslated } = await loadContent();
  return providers
    .map(({ id: finnishId, data }) => {
      const id = finnishId.replace(/\.fi$/, '');
      const entry = textsEntry(providers, providersTranslated, id, lang);
      return { ...data, ...entry.data, id, entry };
    })
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}
