// The collections: each folder of content/ twice, the Finnish files (facts and texts) and the other languages (texts only).

import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { alertSchema, alertTexts } from '#domain/content/alert.ts';
import { changeSchema, changeTexts } from '#domain/content/change.ts';
import { eventSchema, eventTexts } from '#domain/content/event.ts';
import { experienceSchema, experienceTexts } from '#domain/content/experience.ts';
import { governanceSchema, governanceTexts } from '#domain/content/governance.ts';
import { keepingSchema, keepingTexts } from '#domain/content/keeping.ts';
import { letterSchema } from '#domain/content/letter.ts';
import { pageSchema, pageTexts } from '#domain/content/page.ts';
import { promiseSchema, promiseTexts } from '#domain/content/promise.ts';
import { providerSchema, providerTexts } from '#domain/content/provider.ts';
import { replySchema, replyTexts } from '#domain/content/reply.ts';
import { serviceSchema, serviceTexts } from '#domain/content/service.ts';
import { surveySchema, surveyTexts } from '#domain/content/survey.ts';
import { toolSchema, toolTexts } from '#domain/content/tool.ts';

declare global {
  /** In a build: the check of the content, which site/integrations/check-content.mjs runs beside the reading; fails where something is wrong. */
  var contentChecked: Promise<unknown> | undefined;
}

/** Ids are paths (`hitsaus.fi`); Astro's own would take `slug` from the front matter, which differs by language. */
const files = (folder: string, pattern: string | string[]): Loader => {
  const loader = glob({
    base: `./content/${folder}`,
    pattern,
    generateId: ({ entry }) => entry.replace(/\.md$/, ''),
  });
  return {
    ...loader,
    async load(context) {
      try {
        await loader.load(context);
      } catch (error) {
        await globalThis.contentChecked; // tells more, and in the editor's language
        throw error;
      }
    },
  };
};
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
  changes: defineCollection({ loader: finnish('changes'), schema: changeSchema }),
  changesTranslated: defineCollection({ loader: others('changes'), schema: changeTexts }),
  events: defineCollection({ loader: finnish('events'), schema: eventSchema }),
  eventsTranslated: defineCollection({ loader: others('events'), schema: eventTexts }),
  experiences: defineCollection({ loader: finnish('experiences'), schema: experienceSchema }),
  experiencesTranslated: defineCollection({ loader: others('experiences'), schema: experienceTexts }),
  tools: defineCollection({ loader: finnish('tools'), schema: toolSchema }),
  toolsTranslated: defineCollection({ loader: others('tools'), schema: toolTexts }),
  alerts: defineCollection({ loader: finnish('alerts'), schema: alertSchema }),
  alertsTranslated: defineCollection({ loader: others('alerts'), schema: alertTexts }),
  governance: defineCollection({ loader: finnish('governance'), schema: governanceSchema }),
  governanceTranslated: defineCollection({ loader: others('governance'), schema: governanceTexts }),
  pages: defineCollection({ loader: finnish('pages'), schema: pageSchema }),
  pagesTranslated: defineCollection({ loader: others('pages'), schema: pageTexts }),
  replies: defineCollection({ loader: finnish('replies'), schema: replySchema }),
  repliesTranslated: defineCollection({ loader: others('replies'), schema: replyTexts }),
  keeping: defineCollection({ loader: finnish('keeping'), schema: keepingSchema }),
  keepingTranslated: defineCollection({ loader: others('keeping'), schema: keepingTexts }),
  letters: defineCollection({ loader: files('letters', '**/*.md'), schema: letterSchema }),
};
