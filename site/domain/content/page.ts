// A page of running text: the privacy notice, the accessibility statement, guidance, how to join, how changes are asked for.
import * as z from 'zod';
import { isoDate } from './iso-date.ts';

/** Pages that the site cannot be without; the need form refers to the privacy notice's version. */
export const REQUIRED_PAGES = ['privacy', 'accessibility', 'guidance', 'joining', 'changes'] as const;
export type PageId = (typeof REQUIRED_PAGES)[number];

const texts = {
  /** The page's heading. */
  title: z.string().min(3).max(100),
  /** One or two sentences under the heading, and the description for search engines. */
  summary: z.string().min(20).max(300),
};

const facts = {
  /** From when on this text has been in force; a need keeps the version of the privacy notice that its sender saw. */
  version: isoDate.optional(),
};

export const pageTexts = z.strictObject(texts);
export const pageSchema = z.strictObject({ ...facts, ...texts });

export type PageTexts = z.infer<typeof pageTexts>;
