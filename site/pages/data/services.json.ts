// Open data: every service, its facts and its texts in all languages.
import type { APIRoute } from 'astro';
import { routes } from '#domain/routes.ts';
import { byLanguage } from '../../catalogue/by-language.ts';
import { openData } from '../../catalogue/open-data.ts';
import { getServices, type Service } from '../../catalogue/services.ts';

export const GET: APIRoute = async ({ site }) => {
  const all = { fi: await getServices('fi'), sv: await getServices('sv'), en: await getServices('en') };
  const services = all.fi.map((finnish) => {
    const text = <Value>(read: (service: Service) => Value) =>
      byLanguage((lang) => read(all[lang].find(({ id }) => id === finnish.id) ?? finnish));
    return {
      id: finnish.id,
      theme: finnish.theme,
      providers: finnish.providers.map(({ id }) => id),
      promise: finnish.promise,
      price: finnish.price,
      place: finnish.place,
      languages: finnish.languages,
      checked: finnish.checked,
      sample: finnish.sample,
      url: byLanguage((lang) => new URL(routes.service(finnish.slugs[lang], lang), site).href),
      name: text(({ name }) => name),
      summary: text(({ summary }) => summary),
      for_whom: text(({ forWhom }) => forWhom),
      you_get: text(({ youGet }) => youGet),
      steps: text(({ steps }) => steps),
      price_text: text(({ priceText }) => priceText),
      duration: text(({ duration }) => duration),
      needs: text(({ needs }) => needs),
      keywords: text(({ keywords }) => keywords),
    };
  });
  return openData({ services }, site);
};
