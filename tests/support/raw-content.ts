// The content as the schemas give it: a Finnish entry with the facts, translated entries with texts only.
import type { z } from 'zod';
import type { alertSchema, alertTexts } from '#domain/content/alert.ts';
import type { changeSchema, changeTexts } from '#domain/content/change.ts';
import type { eventSchema, eventTexts } from '#domain/content/event.ts';
import type { experienceSchema, experienceTexts } from '#domain/content/experience.ts';
import type { governanceSchema, governanceTexts } from '#domain/content/governance.ts';
import type { keepingSchema, keepingTexts } from '#domain/content/keeping.ts';
import type { letterSchema } from '#domain/content/letter.ts';
import type { pageSchema, pageTexts } from '#domain/content/page.ts';
import type { promiseSchema, promiseTexts } from '#domain/content/promise.ts';
import type { providerSchema, providerTexts } from '#domain/content/provider.ts';
import type { replySchema, replyTexts } from '#domain/content/reply.ts';
import type { serviceSchema, serviceTexts } from '#domain/content/service.ts';
import type { surveySchema, surveyTexts } from '#domain/content/survey.ts';
import type { toolSchema, toolTexts } from '#domain/content/tool.ts';

/** `id` is the file's path without .md: `hitsaus.fi`. */
export type Entry<Data> = { id: string; data: Data; body?: string | undefined };
type Entries<Schema extends z.ZodType> = Entry<z.infer<Schema>>[];

export type RawContent = {
  services: Entries<typeof serviceSchema>;
  servicesTranslated: Entries<typeof serviceTexts>;
  providers: Entries<typeof providerSchema>;
  providersTranslated: Entries<typeof providerTexts>;
  promises: Entries<typeof promiseSchema>;
  promisesTranslated: Entries<typeof promiseTexts>;
  surveys: Entries<typeof surveySchema>;
  surveysTranslated: Entries<typeof surveyTexts>;
  changes: Entries<typeof changeSchema>;
  changesTranslated: Entries<typeof changeTexts>;
  events: Entries<typeof eventSchema>;
  eventsTranslated: Entries<typeof eventTexts>;
  experiences: Entries<typeof experienceSchema>;
  experiencesTranslated: Entries<typeof experienceTexts>;
  tools: Entries<typeof toolSchema>;
  toolsTranslated: Entries<typeof toolTexts>;
  alerts: Entries<typeof alertSchema>;
  alertsTranslated: Entries<typeof alertTexts>;
  governance: Entries<typeof governanceSchema>;
  governanceTranslated: Entries<typeof governanceTexts>;
  pages: Entries<typeof pageSchema>;
  pagesTranslated: Entries<typeof pageTexts>;
  replies: Entries<typeof replySchema>;
  repliesTranslated: Entries<typeof replyTexts>;
  keeping: Entries<typeof keepingSchema>;
  keepingTranslated: Entries<typeof keepingTexts>;
  letters: Entries<typeof letterSchema>;
};
