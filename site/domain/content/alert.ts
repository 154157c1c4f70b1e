// A short-lived word above a service's page, or above all of them: closed, full, moved.
import * as z from 'zod';
import { isoDate } from './iso-date.ts';
import { reference } from './reference.ts';

const texts = {
  /** What is different now, and what to do instead. */
  text: z.string().min(10).max(150),
};

const facts = {
  /** Ids of the services that it concerns. */
  services: z.array(reference('services')).min(1).optional(),
  /** True when it concerns all of them. */
  all: z.literal(true).optional(),
  /** The first day on which it holds. */
  from: isoDate,
  /** The last day on which it holds; after it, the page shows it no more. */
  to: isoDate,
};

export const alertFacts = z.object(facts);
export const alertTexts = z.strictObject(texts);
export const alertSchema = z
  .strictObject({ ...facts, ...texts })
  .refine(({ services, all }) => Boolean(services) !== Boolean(all), {
    path: ['services'],
    error: 'must name its services, or say all: true',
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before from' });

export type AlertFacts = z.infer<typeof alertFacts>;
export type AlertTexts = z.infer<typeof alertTexts>;
