// Signing in: the address of the first step and the code of the second, as people write them.
import * as z from 'zod';
import { cleanEmail, cleanLine, looksLikeEmail } from './text.ts';

/** As many digits as Supabase Auth is told to make: supabase/config.toml. */
const CODE = /^\d{6}$/;

/** Spaces, dashes and full-width digits come with what is pasted. */
const cleanCode = (value: unknown): string =>
  cleanLine(value)
    .normalize('NFKC')
    .replace(/[\s\p{Dash_Punctuation}]/gu, '');

/** Fields `email`, and in the step `code` also `code`; codes `missing`, `bad_email`, `format`. */
export const signInSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({
    step: raw.step === 'code' ? ('code' as const) : ('address' as const),
    email: cleanEmail(raw.email),
    code: cleanCode(raw.code),
    ownDevice: raw.own_device === 'yes',
  }))
  .superRefine(({ step, email, code }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!email) fault('email', 'missing');
    else if (!looksLikeEmail(email)) fault('email', 'bad_email');
    else if (step === 'code' && !code) fault('code', 'missing');
    else if (step === 'code' && !CODE.test(code)) fault('code', 'format');
  });
