// invite-colleague: whose address, in which role, in which language.
import * as z from 'zod';
import { LANGUAGES } from '../routes.ts';
import { cleanEmail, looksLikeEmail } from './text.ts';

export const MEMBER_ROLES = ['member', 'owner'] as const;

/** Fields `email`, `role`, `language`; codes `missing`, `bad_email`. What was not chosen is the lesser role, and Finnish. */
export const inviteColleagueSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({
    email: cleanEmail(raw.email),
    role: z.enum(MEMBER_ROLES).catch('member').parse(raw.role),
    language: z.enum(LANGUAGES).catch('fi').parse(raw.language),
  }))
  .superRefine(({ email }, context) => {
    const fault = !email ? 'missing' : looksLikeEmail(email) ? undefined : 'bad_email';
    if (fault) context.addIssue({ code: 'custom', path: ['email'], message: fault });
  });
