// Sveltia's Finnish words that we say otherwise: faults as content:check words them, and what an editor would not understand.
import type * as z from 'zod';
import { faultText, MISSING } from './fault-text.ts';

/** A number that stands for Sveltia's placeholder while the sentence is made. */
const NUMBER = 987654;

const sentence = (code: 'too_small' | 'too_big', origin: 'string' | 'number' | 'array'): string => {
  const issue = { code, origin, minimum: NUMBER, maximum: NUMBER, path: [], message: '' };
  return faultText(issue as unknown as z.core.$ZodIssue).replace(
    String(NUMBER),
    code === 'too_small' ? '{$min}' : '{$max}',
  );
};

const range = (code: 'too_small' | 'too_big') => ({
  number: sentence(code, 'number'),
  select: sentence(code, 'array'),
  add: sentence(code, 'array'),
});

export type Words = { [key: string]: string | Words };

/** By the keys of Sveltia's locales/fi.json; the build stops at one that is no longer there. */
export const WORDS: Words = {
  validation: {
    value_missing: MISSING,
    too_short: sentence('too_small', 'string'),
    too_long: sentence('too_big', 'string'),
    range_underflow: range('too_small'),
    range_overflow: range('too_big'),
  },
  saving_entry: { error: { title: 'Muutoksia ei tallennettu', description: '' } },
  work_with_local_repo: 'Muokkaa oman koneen kansiota',
  work_with_local_repo_description: 'Valitse kansio, jossa Tarjottimen tiedostot ovat: sen sisällä on kansio content.',
  preview: 'Kolme kieltä',
  show_preview: 'Näytä kolme kieltä rinnakkain',
  slug: 'Tunnus',
};
