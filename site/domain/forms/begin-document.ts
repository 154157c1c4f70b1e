// add-document, its first step where a script sends the file: what is announced, before a byte is sent.
import * as z from 'zod';
import { LIMITS } from '../limits.ts';

/** Codes `empty` and `too_large`: the same as for a file that came with its form. */
export const beginDocumentSchema = z.object({
  company: z.uuid(),
  name: z.string().max(1000),
  size: z.number().int().min(1, { error: 'empty' }).max(LIMITS.document.max, { error: 'too_large' }),
});
