// What the exports are made of: services, providers and events as the content has them, with their texts in every language.
import type { ByLanguage } from '../content/catalogue.ts';
import type { Language } from '../routes.ts';

export type OpenStep = { what: string; who: string; time: string };

export type OpenServiceTexts = {
  slug: string;
  name: string;
  summary: string;
  forWhom: string;
  youGet: string[];
  steps: OpenStep[];
  conditions: string;
  priceText: string;
  duration: string;
  needs: string[];
  keywords: string[];
  /** The running text, as Markdown. */
  body: string;
};

export type OpenChannel =
  | { kind: 'form' }
  | { kind: 'phone'; phone: string }
  | { kind: 'email'; email: string }
  | { kind: 'place'; provider: string };

/** Ids of providers by the way in which they give the service. */
export type Producers = { self: string[]; procured: string[]; other: string[] };

export type OpenService = {
  id: string;
  theme: string;
  businessEvents: string[];
  sizes: string[];
  stages: string[];
  providers: string[];
  responsible: string;
  producers: Producers;
  funding: 'public' | 'market';
  price: 'free' | 'partly' | 'paid';
  place: string[];
  languages: Language[];
  serviceClasses: string[];
  targetGroups: string[];
  ontologyTerms: string[];
  /** Codes; none for the whole country. */
  municipalities: string[];
  channels: OpenChannel[];
  promise: string;
  digitalLevel: number;
  checked: { on: string; by: string };
  nextCheck: string;
  before: string[];
  after: string[];
  related: string[];
  sample: boolean;
  texts: ByLanguage<OpenServiceTexts>;
};

export type OpenProvider = {
  id: string;
  kind: string;
  businessId: string;
  contactEmail: string;
  contactPhone: string;
  languages: Language[];
  municipalities: string[];
  confirmed: string;
  sample: boolean;
  texts: ByLanguage<{ name: string; summary: string; strengths: string[]; body: string }>;
};

export type OpenEvent = {
  id: string;
  /** Helsinki's clock: 2027-01-20T09:00. */
  starts: string;
  ends: string;
  place: 'remote' | 'onsite';
  address?: string | undefined;
  providers: string[];
  services: string[];
  languages: Language[];
  price: string;
  capacity?: number | undefined;
  texts: ByLanguage<{ slug: string; title: string; summary: string; body: string }>;
};

/** What a single item does not hold and its exports need. */
export type OpenContext = {
  /** The site's address, which makes identifiers unique in the world: https://tarjotin.example. */
  site: string;
  providers: OpenProvider[];
  /** Working days and the sentence that promises them. */
  promise: { days: number; summary: ByLanguage };
};
