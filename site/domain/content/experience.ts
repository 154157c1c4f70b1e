// A company's own words about a service that it used, with its consent noted.
import * as z from 'zod';
import { isoDate } from './iso-date.ts';
import { reference } from './reference.ts';

const texts = {
  /** What the company said, in one to three sentences. */
  quote: z.string().min(20).max(400),
  /** Who said it, without a name: trade and size. */
  who: z.string().min(3).max(100),
  /** One fact: what came of it. */
  outcome: z.string().min(10).max(200),
};

const facts = {
  /** Id of the service that was used. */
  service: reference('services'),
  /** Id of the provider that gave it. */
  provider: reference('providers'),
  /** The day on which it was said. */
  given: isoDate,
  /** The company's consent to publish this. */
  consent: z.strictObject({
    /** The day on which it was given. */
    on: isoDate,
    /** Who gave it, by role and not by name. */
    by: z.string().min(3).max(100),
    /** What it covers. Only `public` may stand on the site. */
    scope: z.literal('public', { error: 'without consent to publish an experience cannot stand here: scope: public' }),
  }),
  /** True for an invented one; the page says so. */
  sample: z.boolean(),
};

export const experienceFacts = z.object(facts);
export const experienceTexts = z.strictObject(texts);
export const experienceSchema = z.strictObject({ ...facts, ...texts });

export type ExperienceFacts = z.infer<typeof experienceFacts>;
export type ExperienceTexts = z.infer<typeof experienceTexts>;
