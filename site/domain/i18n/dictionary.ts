// The schema of a dictionary in content/ui: every key of strings.ts, no other, none empty; the note is what a translator is shown.
import * as z from 'zod';
import { strings } from './strings.ts';

export const dictionarySchema = z.strictObject(
  Object.fromEntries(
    Object.entries(strings).map(([key, note]) => [key, z.string().min(1).meta({ description: note })]),
  ),
);
