// The form with which a coordinator has a corrected version of a pack made: what is corrected, in words that its readers see.
import * as z from 'zod';
import { cleanLine } from './text.ts';

export const CORRECTED = { min: 3, max: 500 } as const;

export const correctPackSchema = z.object({
  meeting: z.iso.date(),
  corrected: z.preprocess(cleanLine, z.string().min(CORRECTED.min, 'missing').max(CORRECTED.max, 'too_long')),
});
