// An event to which companies are asked: a webinar, an info session, a course day.
import * as z from 'zod';
import { LANGUAGES } from '../routes.ts';
import { isoDate } from './iso-date.ts';
import { localTime } from './local-time.ts';
import { reference } from './reference.ts';
import { PLACES, PRICES } from './service.ts';
import { slug } from './slug.ts';

const texts = {
  /** The end of the page's address in this language; unique in the language. */
  slug,
  /** What it is called. */
  title: z.string().min(3).max(100),
  /** One sentence for lists: what you get out of it. */
  summary: z.string().min(20).max(150),
};

const facts = {
  /** When it starts, on Helsinki's clocks. */
  starts: localTime,
  /** When it ends; after it starts. */
  ends: localTime,
  /** Somewhere or over the network. */
  place: z.enum(PLACES),
  /** Where, when it is somewhere. */
  address: z.string().min(5).max(160).optional(),
  /** Ids of the providers that hold it. */
  providers: z.array(reference('providers')).min(1),
  /** Ids of the services that it tells of. */
  services: z.array(reference('services')).min(1),
  /** Languages that are spoken in it. */
  languages: z.array(z.enum(LANGUAGES)).min(1),
  /** Price class. */
  price: z.enum(PRICES),
  /** How many have room. */
  capacity: z.int().min(1).optional(),
  /** The day on which it was put into the calendar: the feed of changes tells of it then. */
  added: isoDate.optional(),
};

export const eventFacts = z.object(facts);
export const eventTexts = z.strictObject(texts);
export const eventSchema = z
  .strictObject({ ...facts, ...texts })
  .refine(({ starts, ends }) => starts < ends, { path: ['ends'], error: 'must be after starts' })
  .refine(({ place, address }) => (place === 'onsite') === Boolean(address), {
    path: ['address'],
    error: 'an onsite event has an address, a remote one has none',
  });

export type EventFacts = z.infer<typeof eventFacts>;
export type EventTexts = z.infer<typeof eventTexts>;
