// What a person writes to another about a need: an answer, a question, a reply, a reason. One field, one rule.
import * as z from 'zod';
import { countCharacters, LIMITS } from '../limits.ts';
import { cleanText } from './text.ts';

/** The field `name` as clean text of 1 to 5,000 characters; codes `missing` and `too_long`. */
export const messageSchema = (name: string) =>
  z
    .record(z.string(), z.unknown())
    .transform((raw) => ({ [name]: cleanText(raw[name]) }) as Record<string, string>)
    .superRefine((values, context) => {
      const text = values[name] ?? '';
      if (!text) context.addIssue({ code: 'custom', path: [name], message: 'missing' });
      else if (countCharacters(text) > LIMITS.message.max)
        context.addIssue({ code: 'custom', path: [name], message: 'too_long' });
    });
