// request-link: the address, and if at hand the reference, of whoever lost a link.
import * as z from 'zod';
import { normaliseReference } from '../reference.ts';
import { isLanguage } from '../routes.ts';
import { cleanEmail, cleanLine, looksLikeEmail } from './text.ts';

/** Fields `email`, `reference` (may be empty), `language`; codes `missing`, `bad_email`, `format`. */
export const requestLinkSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({
    email: cleanEmail(raw.email),
    reference: cleanLine(raw.reference),
    language: isLanguage(raw.language) ? raw.language : ('fi' as const),
  }))
  .superRefine(({ email, reference }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!email) fault('email', 'missing');
    else if (!looksLikeEmail(email)) fault('email', 'bad_email');
    if (reference && !normaliseReference(reference)) fault('reference', 'format');
  })
  .transform((values) => ({
    ...values,
    reference: values.reference ? (normaliseReference(values.reference) ?? null) : null,
  }));
