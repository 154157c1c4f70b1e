// report-mistake: on which of a provider's pages something is wrong, and what.
import * as z from 'zod';
import { countCharacters, LIMITS } from '../limits.ts';
import { cleanText } from './text.ts';

/** Fields `pages` (one or several of those that the form offered) and `mistake`; codes `missing`, `unknown_page`, `too_long`. */
export const reportMistakeSchema = (known: readonly string[]) =>
  z
    .record(z.string(), z.unknown())
    .transform((raw) => ({
      pages: [...new Set([raw.pages ?? []].flat())],
      mistake: cleanText(raw.mistake),
    }))
    .superRefine(({ pages, mistake }, context) => {
      const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (pages.length === 0) fault('pages', 'missing');
      else if (!pages.every((page) => known.includes(page as string))) fault('pages', 'unknown_page');
      if (!mistake) fault('mistake', 'missing');
      else if (countCharacters(mistake) > LIMITS.mistake.max) fault('mistake', 'too_long');
    })
    // In the order of the form, so that the same choice is the same whatever the order of ticks.
    .transform(({ pages, mistake }) => ({ pages: known.filter((page) => pages.includes(page)), mistake }));
