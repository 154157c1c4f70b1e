// close-need: how the need ended, and what the company is told of it.
import * as z from 'zod';
import { messageSchema } from './message.ts';
import { cleanLine } from './text.ts';

/** The likeliest first. */
export const OUTCOMES = ['helped', 'informed', 'went_elsewhere', 'not_needed', 'not_reached'] as const;

/** Fields `outcome`, `closing`; codes `missing`, `unknown_outcome`, `too_long`. */
export const closeNeedSchema = z
  .record(z.string(), z.unknown())
  .transform((raw) => ({ outcome: cleanLine(raw.outcome), closing: raw.closing }))
  .superRefine((values, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!values.outcome) fault('outcome', 'missing');
    else if (!OUTCOMES.includes(values.outcome as (typeof OUTCOMES)[number])) fault('outcome', 'unknown_outcome');
    for (const issue of messageSchema('closing').safeParse(values).error?.issues ?? []) fault('closing', issue.message);
  })
  .transform((values) => ({
    outcome: z.enum(OUTCOMES).parse(values.outcome),
    closing: messageSchema('closing').parse(values).closing as string,
  }));
