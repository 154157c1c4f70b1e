// The ways to narrow the map: the values of each, their names, and which of them a service has. Slugs come from names.
import { codesOf, codeText } from './codes/code-lists.ts';
import { PLACES, type ServiceFacts, SIZES, STAGES, THEMES } from './content/service.ts';
import type { T } from './i18n/t.ts';
import { type FacetKind, LANGUAGES, type Language } from './routes.ts';
import { slugify } from './slugify.ts';

type Narrowed = Pick<
  ServiceFacts,
  'businessEvents' | 'theme' | 'sizes' | 'stages' | 'targetGroups' | 'place' | 'municipalities' | 'languages'
>;

type Source = {
  values: readonly string[];
  name: (value: string, lang: Language, t: T) => string;
  of: (service: Narrowed) => readonly string[];
};

/** Those whose values are known without reading content: all but providers. */
export type FixedFacet = Exclude<FacetKind, 'provider'>;

/** A service of the whole country serves each municipality. */
const everywhere = codesOf('municipalities');

/** In a sentence a language is written small, in a list of choices it begins one. */
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const FACET_SOURCES: Record<FixedFacet, Source> = {
  event: {
    values: codesOf('businessEvents'),
    name: (value, lang) => codeText('businessEvents', value, lang),
    of: ({ businessEvents }) => businessEvents,
  },
  theme: {
    values: THEMES,
    name: (value, _, t) => t(`theme.${value as (typeof THEMES)[number]}.name`),
    of: ({ theme }) => [theme],
  },
  size: {
    values: SIZES,
    name: (value, _, t) => t(`size.${value as (typeof SIZES)[number]}`),
    of: ({ sizes }) => sizes,
  },
  stage: {
    values: STAGES,
    name: (value, _, t) => t(`stage.${value as (typeof STAGES)[number]}`),
    of: ({ stages }) => stages,
  },
  target: {
    values: codesOf('targetGroups'),
    name: (value, lang) => codeText('targetGroups', value, lang),
    of: ({ targetGroups }) => targetGroups,
  },
  place: {
    values: PLACES,
    name: (value, _, t) => t(`service.place.${value as (typeof PLACES)[number]}`),
    of: ({ place }) => place,
  },
  municipality: {
    values: everywhere,
    name: (value, lang) => codeText('municipalities', value, lang),
    of: ({ municipalities }) => (municipalities.length ? municipalities : everywhere),
  },
  language: {
    values: LANGUAGES,
    name: (value, _, t) => capital(t(`language.${value as Language}`)),
    of: ({ languages }) => languages,
  },
};

export const FIXED_FACETS = Object.keys(FACET_SOURCES) as FixedFacet[];

/** The end of the address of one value. */
export const facetSlug = (kind: FixedFacet, value: string, lang: Language, t: T): string =>
  slugify(FACET_SOURCES[kind].name(value, lang, t));
