// A service promise: its days are what is published and what is measured, so they stand here and nowhere in code.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';
import { isoDate } from './iso-date.ts';
import { phoneNumber } from './phone-number.ts';

const clock = z.string().regex(/^\d{1,2}\.\d{2}$/, 'clock' satisfies FaultCode);

const texts = {
  /** What is promised, as a heading. */
  name: z.string().min(5).max(100),
  /** The promise in one sentence. */
  summary: z.string().min(20).max(200),
};

const facts = {
  /** Working days within which a person answers; the day of receipt is not counted. */
  days: z.int().min(1).max(30),
  /** From when on this wording has been in force. */
  version: isoDate,
  /** The phone for those who would rather call; also every letter's sender identity. */
  phone: phoneNumber,
  /** When somebody answers the phone, on working days. */
  phoneHours: z.strictObject({ from: clock, to: clock }),
};

export const promiseFacts = z.object(facts);
export const promiseTexts = z.strictObject(texts);
export const promiseSchema = z.strictObject({ ...facts, ...texts });

export type PromiseFacts = z.infer<typeof promiseFacts>;
export type PromiseTexts = z.infer<typeof promiseTexts>;
