// Open data: the published promises, with their days, in all languages.
import type { APIRoute } from 'astro';
import { byLanguage } from '../../catalogue/by-language.ts';
import { openData } from '../../catalogue/open-data.ts';
import { getPromises, type ServicePromise } from '../../catalogue/promise.ts';

export const GET: APIRoute = async ({ site }) => {
  const all = { fi: await getPromises('fi'), sv: await getPromises('sv'), en: await getPromises('en') };
  const promises = all.fi.map((finnish) => {
    const text = (read: (promise: ServicePromise) => string) =>
      byLanguage((lang) => read(all[lang].find(({ id }) => id === finnish.id) ?? finnish));
    return {
      id: finnish.id,
      working_days: finnish.days,
      version: finnish.version,
      phone: finnish.phone,
      phone_hours: finnish.phoneHours,
      name: text(({ name }) => name),
      summary: text(({ summary }) => summary),
    };
  });
  return openData({ promises }, site);
};
