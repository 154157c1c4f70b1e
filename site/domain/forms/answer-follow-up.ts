// answer-follow-up: how whoever answered a survey low was answered, and with which words.
import * as z from 'zod';
import { messageSchema } from './message.ts';

/** The same stand in SQL, api.follow_up_way. */
export const FOLLOW_UP_WAYS = ['letter', 'phone', 'meeting'] as const;

/** Fields `way`, `follow_up`; codes `missing`, `too_long`. */
export const answerFollowUpSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({ way: raw.way, follow_up: raw.follow_up }))
  .superRefine((values, context) => {
    if (!z.enum(FOLLOW_UP_WAYS).safeParse(values.way).success)
      context.addIssue({ code: 'custom', path: ['way'], message: 'missing' });
    for (const issue of messageSchema('follow_up').safeParse(values).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['follow_up'], message: issue.message });
  })
  .transform((values) => ({
    way: z.enum(FOLLOW_UP_WAYS).parse(values.way),
    follow_up: messageSchema('follow_up').parse(values).follow_up as string,
  }));
