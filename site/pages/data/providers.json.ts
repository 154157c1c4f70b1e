// Open data: every provider, its facts and its texts in all languages.
import type { APIRoute } from 'astro';
import { routes } from '#domain/routes.ts';
import { byLanguage } from '../../catalogue/by-language.ts';
import { openData } from '../../catalogue/open-data.ts';
import { getProviders, type Provider } from '../../catalogue/providers.ts';

export const GET: APIRoute = async ({ site }) => {
  const all = { fi: await getProviders('fi'), sv: await getProviders('sv'), en: await getProviders('en') };
  const providers = all.fi.map((finnish) => {
    const text = <Value>(read: (provider: Provider) => Value) =>
      byLanguage((lang) => read(all[lang].find(({ id }) => id === finnish.id) ?? finnish));
    return {
      id: finnish.id,
      kind: finnish.kind,
      contact_email: finnish.contactEmail,
      contact_phone: finnish.contactPhone,
      languages: finnish.languages,
      municipalities: finnish.municipalities,
      sample: finnish.sample,
      url: byLanguage((lang) => new URL(routes.provider(finnish.id, lang), site).href),
      name: text(({ name }) => name),
      summary: text(({ summary }) => summary),
      strengths: text(({ strengths }) => strengths),
    };
  });
  return openData({ providers }, site);
};
