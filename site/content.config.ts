// The collections: each folder of content/ twice, the Finnish files (facts and texts) and the other languages (texts only).

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { letterSchema } from '#domain/content/letter.ts';
import { pageSchema, pageTexts } from '#domain/content/page.ts';
import { promiseSchema, promiseTexts } from '#domain/content/promise.ts';
import { providerSchema, providerTexts } from '#domain/content/provider.ts';
import { serviceSchema, serviceTexts } from '#domain/content/service.ts';
import { surveySchema, surveyTexts } from '#domain/content/survey.ts';

/** Ids are paths (`hitsaus.fi`); Astro's own would take `slug` from the front matter, which differs by language. */
const files = (folder: string, pattern: string | string[]) =>
  glob({ base: `./content/${folder}`, pattern, generateId: ({ entry }) => entry.replace(/\.md$/, '') });
const finnish = (folder: string) => files(folder, '**/*.fi.md');
const others = (folder: string) => files(folder, ['**/*.md', '!**/*.fi.md']);

export const collections = {
  services: defineCollection({ loader: finnish('services'), schema: serviceSchema }),
  servicesTranslated: defineCollection({ loader: others('services'), schema: serviceTexts }),
  providers: defineCollection({ loader: finnish('providers'), schema: providerSchema }),
  providersTranslated: defineCollection({ loader: others('providers'), schema: providerTexts }),
  promises: defineCollection({ loader: finnish('promises'), schema: promiseSchema }),
  promisesTranslated: defineCollection({ loader: others('promises'), schema: promiseTexts }),
  surveys: defineCollection({ loader: finnish('surveys'), schema: surveySchema }),
  surveysTranslated: defineCollection({ loader: others('surveys'), schema: surveyTexts }),
  pages: defineCollection({ loader: finnish('pages'), schema: pageSchema }),
  pagesTranslated: defineCollection({ loader: others('pages'), schema: pageTexts }),
  letters: defineCollection({ loader: files('letters', '**/*.md'), schema: letterSchema }),
};
