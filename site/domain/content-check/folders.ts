// The folders of content/ and the schemas of their files: the Finnish file holds facts and texts, the others texts only.
import type { z } from 'zod';
import { alertSchema, alertTexts } from '../content/alert.ts';
import { changeSchema, changeTexts } from '../content/change.ts';
import { eventSchema, eventTexts } from '../content/event.ts';
import { experienceSchema, experienceTexts } from '../content/experience.ts';
import { governanceSchema, governanceTexts } from '../content/governance.ts';
import { keepingSchema, keepingTexts } from '../content/keeping.ts';
import { letterSchema } from '../content/letter.ts';
import { pageSchema, pageTexts } from '../content/page.ts';
import { promiseSchema, promiseTexts } from '../content/promise.ts';
import { providerSchema, providerTexts } from '../content/provider.ts';
import { replySchema, replyTexts } from '../content/reply.ts';
import { serviceSchema, serviceTexts } from '../content/service.ts';
import { surveySchema, surveyTexts } from '../content/survey.ts';
import { toolSchema, toolTexts } from '../content/tool.ts';
import type { Language } from '../routes.ts';

type Schemas = { finnish: z.ZodObject; texts: z.ZodObject };

/** A folder that is not among them is a fault, so a new collection of content.config.ts cannot be forgotten here. */
const FOLDERS = {
  services: { finnish: serviceSchema, texts: serviceTexts },
  providers: { finnish: providerSchema, texts: providerTexts },
  promises: { finnish: promiseSchema, texts: promiseTexts },
  surveys: { finnish: surveySchema, texts: surveyTexts },
  changes: { finnish: changeSchema, texts: changeTexts },
  events: { finnish: eventSchema, texts: eventTexts },
  experiences: { finnish: experienceSchema, texts: experienceTexts },
  tools: { finnish: toolSchema, texts: toolTexts },
  alerts: { finnish: alertSchema, texts: alertTexts },
  governance: { finnish: governanceSchema, texts: governanceTexts },
  pages: { finnish: pageSchema, texts: pageTexts },
  replies: { finnish: replySchema, texts: replyTexts },
  keeping: { finnish: keepingSchema, texts: keepingTexts },
  letters: { finnish: letterSchema, texts: letterSchema },
} as const satisfies Record<string, Schemas>;

export type Folder = keyof typeof FOLDERS;
export const FOLDER_NAMES = Object.keys(FOLDERS) as Folder[];
export const isFolder = (name: string): name is Folder => Object.hasOwn(FOLDERS, name);

/** The folder of interface texts, which are JSON. */
export const TEXTS_FOLDER = 'ui';

export const schemaOf = (folder: Folder, lang: Language): z.ZodObject =>
  FOLDERS[folder][lang === 'fi' ? 'finnish' : 'texts'];
