// The end of a page's address: lower case, no diacritics, so that it can be read aloud and typed on any keyboard.
import * as z from 'zod';

export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'only a–z, 0–9 and single hyphens, for example hitsaajien-koulutus');
