// What a report is narrowed to: a theme, a service, a provider, as services for needs and as facts for answers.
import type { Theme } from '#domain/content/service.ts';
import { catalogue } from '../catalogue.ts';

export interface Chosen {
  theme: Theme | undefined;
  service: string | undefined;
  provider: string | undefined;
}

/** What the address asks for; what the content does not know is no choice. */
export function askedChoice(query: URLSearchParams): Chosen {
  const { services, providers } = catalogue;
  return {
    theme: services.find(({ theme }) => theme === query.get('theme'))?.theme,
    service: services.find(({ id }) => id === query.get('service'))?.id,
    provider: providers.find(({ id }) => id === query.get('provider'))?.id,
  };
}

/** The services that are meant; null for all. A provider's are those that the content says it gives. */
export function servicesOf({ theme, service, provider }: Chosen): string[] | null {
  if (!theme && !service && !provider) return null;
  return catalogue.services
    .filter((one) => !theme || one.theme === theme)
    .filter(({ id }) => !service || id === service)
    .filter(({ providers }) => !provider || providers.includes(provider))
    .map(({ id }) => id);
}

/** The ids under which a provider's answers may stand: its own, and those that it had before it was renamed or joined. */
export const idsOf = (provider: string): string[] => [
  provider,
  ...(catalogue.providers.find(({ id }) => id === provider)?.formerly ?? []),
];

export const factsOf = ({ theme, service, provider }: Chosen) => ({
  p_theme: theme ?? null,
  p_providers: provider ? idsOf(provider) : null,
  p_service: service ?? null,
});
