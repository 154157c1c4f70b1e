// A service of the map: the facts that stand once, in the Finnish file, and the texts that stand in each language.
import * as z from 'zod';
import { LANGUAGES } from '../routes.ts';
import { isoDate } from './iso-date.ts';
import { slug } from './slug.ts';

/** The themes of the service map, in the order of the page. Their names are interface texts: theme.<id>.name. */
export const THEMES = ['osaaminen', 'rekrytointi', 'kasvu', 'rahoitus', 'arki'] as const;
export type Theme = (typeof THEMES)[number];

export const PRICES = ['free', 'partly', 'paid'] as const;
export const PLACES = ['onsite', 'remote'] as const;

/** What every language says in its own words. */
const texts = {
  /** The end of the page's address in this language; unique in the language, and never changed once published. */
  slug,
  /** The name, as the customer meets it. */
  name: z.string().min(2).max(100),
  /** One sentence for lists: what the company gets. */
  summary: z.string().min(20).max(150),
  /** Answers “is this for me?” in one or two sentences. */
  forWhom: z.string().min(20).max(400),
  /** Answers “what do I get?”. */
  youGet: z.array(z.string().min(3).max(160)).min(3).max(5),
  /** The service's path: what happens, who does it, how long it takes. */
  steps: z
    .array(
      z.strictObject({
        /** What happens. */
        what: z.string().min(3).max(160),
        /** Who does it: you, the coordinator, the provider. */
        who: z.string().min(2).max(80),
        /** When, or how long it takes. */
        time: z.string().min(2).max(80),
      }),
    )
    .min(3)
    .max(5),
  /** Answers “what does it cost?” in words. */
  priceText: z.string().min(5).max(400),
  /** How long the whole takes. */
  duration: z.string().min(3).max(120),
  /** Everyday phrases with which a customer would tell this need. */
  needs: z.array(z.string().min(5).max(120)).min(3).max(5),
  /** Words for the search that the texts do not hold. */
  keywords: z.array(z.string().min(2).max(60)).min(1).max(12),
};

/** What holds in every language. */
const facts = {
  /** The theme under which the map shows it. */
  theme: z.enum(THEMES),
  /** Ids of its providers: files of content/providers. The page sorts them by name. */
  providers: z.array(z.string()).min(2),
  /** Id of the promise: a file of content/promises. */
  promise: z.string(),
  /** Price class, so that lists can be compared. */
  price: z.enum(PRICES),
  /** Where it is given. */
  place: z.array(z.enum(PLACES)).min(1),
  /** Languages in which the service is given. */
  languages: z.array(z.enum(LANGUAGES)).min(1),
  /** The day on which somebody last checked that all this is true. */
  checked: isoDate,
  /** True for invented content; the page says so. */
  sample: z.boolean(),
};

export const serviceFacts = z.object(facts);
export const serviceTexts = z.strictObject(texts);
export const serviceSchema = z.strictObject({ ...facts, ...texts });

export type ServiceFacts = z.infer<typeof serviceFacts>;
export type ServiceTexts = z.infer<typeof serviceTexts>;
