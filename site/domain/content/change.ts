// "You said, we did": what was changed because of feedback, with the survey and the months in which it was said.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';
import { isoDate } from './iso-date.ts';
import { reference } from './reference.ts';
import { THEMES } from './service.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'month' satisfies FaultCode);

const texts = {
  /** What is different now. */
  title: z.string().min(5).max(100),
  /** What was said, in our words: an answer is never quoted. */
  said: z.string().min(10).max(400),
  /** What we did about it. */
  did: z.string().min(10).max(400),
};

const facts = {
  /** Id of the survey in which it was said. */
  survey: reference('surveys'),
  /** The months in which it was said, both included: months and no days, since a day may point to a person. */
  heard: z.strictObject({ from: month, to: month }),
  /** The day from which on it is different. The steering group reads of it in the report on that month. */
  changed: isoDate,
  /** What it concerns, where it is not the whole portal. */
  services: z.array(reference('services')).min(1).optional(),
  provider: reference('providers').optional(),
  theme: z.enum(THEMES).optional(),
  /** True for an invented one; the page says so. */
  sample: z.boolean(),
};

export const changeFacts = z.object(facts);
export const changeTexts = z.strictObject(texts);
export const changeSchema = z
  .strictObject({ ...facts, ...texts })
  .refine(({ heard }) => heard.from <= heard.to, { path: ['heard', 'to'], error: 'heard_order' satisfies FaultCode })
  .refine(({ heard, changed }) => changed.slice(0, 7) >= heard.from, {
    path: ['changed'],
    error: 'changed_before' satisfies FaultCode,
  });

export type ChangeFacts = z.infer<typeof changeFacts>;
export type ChangeTexts = z.infer<typeof changeTexts>;
