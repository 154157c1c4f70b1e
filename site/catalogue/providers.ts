// The providers in one language, in alphabetical order.
import type { ProviderFacts, ProviderTexts } from '#domain/content/provider.ts';
import type { Language } from '#domain/routes.ts';
import { joinTexts } from './join-texts.ts';
import { loadContent, type Renderable } from './load-content.ts';
import { monthsBefore, today } from './today.ts';

export type Provider = ProviderFacts &
  ProviderTexts & {
    id: string;
    /** Whether it has left its texts unconfirmed for longer than half a year. */
    unconfirmed: boolean;
    entry: Renderable;
  };

/** Each provider is asked every half year whether its texts are still right. */
const CONFIRMED_FOR_MONTHS = 6;

export async function getProviders(lang: Language): Promise<Provider[]> {
  const { providers, providersTranslated } = await loadContent();
  const oldest = monthsBefore(today(), CONFIRMED_FOR_MONTHS);
  return joinTexts(providers, providersTranslated, lang)
    .map((provider) => ({ ...provider, unconfirmed: provider.confirmed < oldest }))
    .sort((a, b) => a.name.localeCompare(b.name, lang));
}
