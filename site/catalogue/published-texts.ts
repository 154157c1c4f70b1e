// The texts that providers are asked to confirm, for functions: see #domain/content/published-texts.ts for their shape.
import type { Channel } from '#domain/content/channel.ts';
import type { PublishedTexts } from '#domain/content/published-texts.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage } from './by-language.ts';
import { getProviders, type Provider } from './providers.ts';
import { getServices } from './services.ts';

export async function getPublishedTexts(): Promise<PublishedTexts> {
  const services = { fi: await getServices('fi'), sv: await getServices('sv'), en: await getServices('en') };
  const providers = { fi: await getProviders('fi'), sv: await getProviders('sv'), en: await getProviders('en') };
  const inLanguage = <Item extends { id: string }>(items: Record<Language, Item[]>, item: Item, lang: Language): Item =>
    items[lang].find(({ id }) => id === item.id) ?? item;
  return {
    providers: Object.fromEntries(
      providers.fi.map((provider) => [
        provider.id,
        {
          email: provider.contactEmail,
          phone: provider.contactPhone,
          services: services.fi
            .filter((service) => service.providers.some(({ id }) => id === provider.id))
            .map(({ id }) => id),
          texts: byLanguage((lang) => {
            const { name, summary, strengths } = inLanguage(providers, provider, lang);
            return { name, summary, strengths };
          }),
        },
      ]),
    ),
    services: Object.fromEntries(
      services.fi.map((service) => [
        service.id,
        {
          checked: service.checked.on,
          texts: byLanguage((lang) => {
            const {
              name,
              slug,
              summary,
              forWhom,
              youGet,
              priceText: price,
              channels,
            } = inLanguage(services, service, lang);
            return {
              name,
              slug,
              summary,
              forWhom,
              youGet,
              price,
              start: channels.map((channel) => start(channel, lang, providers[lang])),
            };
          }),
        },
      ]),
    ),
  };
}

function start(channel: Channel, lang: Language, providers: Provider[]): string {
  switch (channel.kind) {
    case 'form':
      return createT(lang)('published.start.form');
    case 'phone':
      return channel.phone;
    case 'email':
      return channel.email;
    case 'place':
      return providers.find(({ id }) => id === channel.provider)?.name ?? channel.provider;
  }
}
