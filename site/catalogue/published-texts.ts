// The texts that providers are asked to confirm, for functions: see #domain/content/published-texts.ts for their shape.
import type { Channel } from '#domain/content/channel.ts';
import type { PublishedTexts } from '#domain/content/published-texts.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { byLanguage } from './by-language.ts';
import { groupedBy } from './grouped-by.ts';
import { getProviders, type Provider } from './providers.ts';
import { getServices } from './services.ts';

const byId = <Item extends { id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

export async function getPublishedTexts(): Promise<PublishedTexts> {
  const services = await getServices('fi');
  const providers = await getProviders('fi');
  const servicesIn = { fi: byId(services), sv: byId(await getServices('sv')), en: byId(await getServices('en')) };
  const providersIn = { fi: byId(providers), sv: byId(await getProviders('sv')), en: byId(await getProviders('en')) };
  const servicesOf = groupedBy(services, (service) => service.providers.map(({ id }) => id));
  return {
    providers: Object.fromEntries(
      providers.map((provider) => [
        provider.id,
        {
          email: provider.contactEmail,
          phone: provider.contactPhone,
          services: servicesOf(provider.id).map(({ id }) => id),
          texts: byLanguage((lang) => {
            const { name, summary, strengths } = providersIn[lang].get(provider.id) ?? provider;
            return { name, summary, strengths };
          }),
        },
      ]),
    ),
    services: Object.fromEntries(
      services.map((service) => [
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
            } = servicesIn[lang].get(service.id) ?? service;
            return {
              name,
              slug,
              summary,
              forWhom,
              youGet,
              price,
              start: channels.map((channel) => start(channel, lang, providersIn[lang])),
            };
          }),
        },
      ]),
    ),
  };
}

function start(channel: Channel, lang: Language, providers: ReadonlyMap<string, Provider>): string {
  switch (channel.kind) {
    case 'form':
      return createT(lang)('published.start.form');
    case 'phone':
      return channel.phone;
    case 'email':
      return channel.email;
    case 'place':
      return providers.get(channel.provider)?.name ?? channel.provider;
  }
}
