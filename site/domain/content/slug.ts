// The end of a page's address: lower case, no diacritics, so that it can be read aloud and typed on any keyboard.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';

export const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug' satisfies FaultCode);
