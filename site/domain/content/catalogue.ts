// What functions know of the content: the shape of functions/_lib/built/catalogue.json, which the build writes.

import type { Language } from '../routes.ts';
import type { Question, SurveyWords } from '../surveys/question.ts';
import type { KeepingKind } from './keeping.ts';
import type { LetterKind } from './letter.ts';
import type { LetterBlock } from './letter-blocks.ts';
import type { Controller } from './page.ts';
import type { Theme } from './service.ts';
import type { SurveyEvent } from './survey.ts';

export type ByLanguage<Value = string> = Record<Language, Value>;

export type Catalogue = {
  services: {
    id: string;
    theme: Theme;
    name: ByLanguage;
    slug: ByLanguage;
    providers: string[];
    digitalLevel: number;
  }[];
  providers: {
    id: string;
    name: ByLanguage;
    contactEmail: string;
    contactPhone: string;
    /** Language of the letters that the contact gets. */
    contactLanguage: Language;
    /** The day on which it last said that its texts are right. */
    confirmed: string;
    /** Ids under which it stood before. */
    formerly: string[];
  }[];
  /** Days on which the steering group meets, in order. */
  meetings: string[];
  promise: {
    id: string;
    name: ByLanguage;
    /** Working days. */
    days: number;
    version: string;
    phone: string;
    phoneHours: { from: string; to: string };
  };
  /** The privacy notice that the need form shows. */
  notice: { version: string };
  /** What is agreed to when a company lets somebody see its workspace. */
  sharing: { version: string; controller: Controller; text: ByLanguage<LetterBlock[]> };
  /** The surveys as they are now; what was asked before stands in the database. */
  surveys: {
    id: string;
    after: SurveyEvent;
    /** Working hours. */
    delayHours: number;
    anonymous: boolean;
    questions: Question[];
    texts: SurveyWords;
  }[];
  /** What was changed because of feedback; `survey` is its name. */
  changes: {
    id: string;
    survey: ByLanguage;
    /** YYYY-MM, both included. */
    heard: { from: string; to: string };
    changed: string;
    /** An invented one. */
    sample: boolean;
    title: ByLanguage;
    said: ByLanguage;
    did: ByLanguage;
  }[];
  /** How long each kind of record is kept, as Postgres reads an interval. */
  keeping: Record<KeepingKind, string>;
  /** Templates of answers, in the order of the list from which one is picked. */
  replies: { id: string; title: ByLanguage; text: ByLanguage }[];
  letters: Record<LetterKind, ByLanguage<{ subject: string; preview: string; blocks: LetterBlock[] }>>;
};
