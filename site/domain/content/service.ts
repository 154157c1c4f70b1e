// A service of the map: the facts that stand once, in the Finnish file, and the texts that stand in each language.
import * as z from 'zod';
import { LANGUAGES } from '../routes.ts';
import { channel } from './channel.ts';
import { code } from './code.ts';
import { isoDate } from './iso-date.ts';
import { reference } from './reference.ts';
import { slug } from './slug.ts';

/** The themes of the service map, in the order of the page. Their names are interface texts: theme.<id>.name. */
export const THEMES = [
  'osaaminen',
  'rekrytointi',
  'kasvu',
  'kansainvalistyminen',
  'rahoitus',
  'alku',
  'muutos',
  'digi',
  'kestavyys',
  'arki',
] as const;
export type Theme = (typeof THEMES)[number];

/** How big a company is: one person, 2–9, 10–49, 50–249. */
export const SIZES = ['solo', 'micro', 'small', 'medium'] as const;
/** Where a company is in its life. */
export const STAGES = ['idea', 'starting', 'growing', 'established', 'changing', 'ending'] as const;
export const PRICES = ['free', 'partly', 'paid'] as const;
export const PLACES = ['onsite', 'remote'] as const;
export const FUNDINGS = ['public', 'market'] as const;
/** How the responsible organisation gets the service made: by itself, bought, otherwise. */
export const PROVISIONS = ['self', 'procured', 'other'] as const;

/** What every language says in its own words. */
const texts = {
  /** The end of the page's address in this language; unique in the language. When it changes, the old one goes to aliases. */
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
  /** What must hold before you can get it, in one to three sentences. */
  conditions: z.string().min(10).max(600),
  /** Answers “what does it cost?” in words. */
  priceText: z.string().min(5).max(400),
  /** How long the whole takes. */
  duration: z.string().min(3).max(120),
  /** Everyday phrases with which a customer would tell this need: the search finds by them. */
  needs: z.array(z.string().min(5).max(120)).min(3).max(5),
  /** Words for the search that the texts do not hold. */
  keywords: z.array(z.string().min(2).max(60)).min(1).max(12),
  /** Earlier slugs of this language: their addresses lead to the page's own. */
  aliases: z.array(slug).default([]),
};

/** What holds in every language. */
const facts = {
  /** The theme under which the map shows it. */
  theme: z.enum(THEMES),
  /** The company's situations in which it helps. */
  businessEvents: z.array(code('businessEvents')).min(1).max(4),
  /** Sizes of company that it suits. */
  sizes: z.array(z.enum(SIZES)).min(1),
  /** Stages of a company's life that it suits. */
  stages: z.array(z.enum(STAGES)).min(1),
  /** Ids of its providers: files of content/providers. The page sorts them by name. */
  providers: z.array(reference('providers')).min(2),
  /** The provider that answers for the service; one of providers. */
  responsible: reference('providers'),
  /** The same providers by the way in which the service is made. */
  producers: z.strictObject({
    /** Make it themselves, as public bodies. */
    self: z.array(reference('providers')),
    /** Make it because the responsible one buys it. */
    procured: z.array(reference('providers')),
    /** Make it on their own account. */
    other: z.array(reference('providers')),
  }),
  /** Whether public money pays for it or its buyers do. */
  funding: z.enum(FUNDINGS),
  /** Price class, so that lists can be compared. */
  price: z.enum(PRICES),
  /** Where it is given. */
  place: z.array(z.enum(PLACES)).min(1),
  /** Languages in which the service is given. */
  languages: z.array(z.enum(LANGUAGES)).min(1),
  /** One to four service classes of the national register. */
  serviceClasses: z.array(code('serviceClasses')).min(1),
  /** Target groups of the national register: sub-groups of KR2, never KR2 alone. */
  targetGroups: z.array(code('targetGroups')).min(1),
  /** Terms of the national ontology (KOKO), for the national register. */
  ontologyTerms: z.array(code('ontologyTerms')).max(10),
  /** Municipalities in which it is given; none means the whole country. */
  municipalities: z.array(code('municipalities')),
  /** Ways to get it, the best first. */
  channels: z.array(channel).min(1),
  /** Id of the promise: a file of content/promises. */
  promise: reference('promises'),
  /** How far its path is digital: 0 described from the office's side … 4 automatic. */
  digitalLevel: z.int().min(0).max(4),
  /** When, and by which provider, all this was last checked to be true. */
  checked: z.strictObject({ on: isoDate, by: reference('providers') }),
  /** The day by which it is to be checked again; after it, the page says that it may be out of date. */
  nextCheck: isoDate,
  /** Services that usually come before it on a company's path. */
  before: z.array(reference('services')),
  /** Services that usually come after it. */
  after: z.array(reference('services')),
  /** Services that are worth a look beside it. */
  related: z.array(reference('services')),
  /** True for invented content; the page says so. */
  sample: z.boolean(),
};

export const serviceFacts = z.object(facts);
export const serviceTexts = z.strictObject(texts);
export const serviceSchema = z.strictObject({ ...facts, ...texts });

export type ServiceFacts = z.infer<typeof serviceFacts>;
export type ServiceTexts = z.infer<typeof serviceTexts>;
