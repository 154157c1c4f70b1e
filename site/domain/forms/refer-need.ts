// refer-need: who outside the network goes on with the need, how the company reaches them, and why them.
import * as z from 'zod';
import { countCharacters, LIMITS } from '../limits.ts';
import { cleanLine, cleanText } from './text.ts';

/** Fields `refer_to`, `refer_contact`, `referral`; codes `missing`, `too_long`. */
export const referNeedSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({
    refer_to: cleanLine(raw.refer_to),
    refer_contact: cleanLine(raw.refer_contact),
    referral: cleanText(raw.referral),
  }))
  .superRefine((values, context) => {
    const check = (path: keyof typeof values, { max }: { max: number }) => {
      const message = !values[path] ? 'missing' : countCharacters(values[path]) > max ? 'too_long' : undefined;
      if (message) context.addIssue({ code: 'custom', path: [path], message });
    };
    check('refer_to', LIMITS.referredTo);
    check('refer_contact', LIMITS.referredTo);
    check('referral', LIMITS.referral);
  });
