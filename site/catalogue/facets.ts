// The ways into the map: each facet's values that some service has, with their names, slugs and services.
import { codesOf, codeText } from '#domain/codes/code-lists.ts';
import type { ByLanguage } from '#domain/content/catalogue.ts';
import { PLACES, SIZES, STAGES, THEMES } from '#domain/content/service.ts';
import { createT } from '#domain/i18n/t.ts';
import type { FacetKind, Language } from '#domain/routes.ts';
import { byLanguage } from './by-language.ts';
import { onceABuild } from './once-a-build.ts';
import { getProviders } from './providers.ts';
import { getServices, getServicesOf, type Service } from './services.ts';
import { slugify } from './slugify.ts';

export type FacetValue = {
  kind: FacetKind;
  /** The code or id. */
  value: string;
  name: string;
  /** The end of its address in each language. */
  slugs: ByLanguage;
  services: Service[];
};
export type Facet = { kind: FacetKind; values: FacetValue[] };

type Source = {
  values: readonly string[];
  name: (value: string, lang: Language) => string;
  of: (service: Service) => readonly string[];
};

/** A service of the whole country serves each municipality. */
const everywhere = codesOf('municipalities');

const SOURCES: Record<Exclude<FacetKind, 'provider'>, Source> = {
  event: {
    values: codesOf('businessEvents'),
    name: (value, lang) => codeText('businessEvents', value, lang),
    of: ({ businessEvents }) => businessEvents,
  },
  theme: {
    values: THEMES,
    name: (value, lang) => createT(lang)(`theme.${value as (typeof THEMES)[number]}.name`),
    of: ({ theme }) => [theme],
  },
  size: {
    values: SIZES,
    name: (value, lang) => createT(lang)(`size.${value as (typeof SIZES)[number]}`),
    of: ({ sizes }) => sizes,
  },
  stage: {
    values: STAGES,
    name: (value, lang) => createT(lang)(`stage.${value as (typeof STAGES)[number]}`),
    of: ({ stages }) => stages,
  },
  target: {
    values: codesOf('targetGroups'),
    name: (value, lang) => codeText('targetGroups', value, lang),
    of: ({ targetGroups }) => targetGroups,
  },
  place: {
    values: PLACES,
    name: (value, lang) => createT(lang)(`service.place.${value as (typeof PLACES)[number]}`),
    of: ({ place }) => place,
  },
  municipality: {
    values: everywhere,
    name: (value, lang) => codeText('municipalities', value, lang),
    of: ({ municipalities }) => (municipalities.length ? municipalities : everywhere),
  },
};

export const getFacets = onceABuild(async (lang: Language): Promise<Facet[]> => {
  const services = await getServices(lang);
  const kinds = Object.keys(SOURCES) as (keyof typeof SOURCES)[];
  const facets = kinds.map((kind) => ({ kind, values: valuesOf(kind, services, lang) }));
  const providers = (await getProviders(lang)).map(async ({ id, name }) => ({
    kind: 'provider' as const,
    value: id,
    name,
    slugs: byLanguage(() => id),
    services: await getServicesOf(id, lang),
  }));
  const values = (await Promise.all(providers)).filter(({ services: own }) => own.length > 0);
  return [...facets, { kind: 'provider', values }];
});

function valuesOf(kind: keyof typeof SOURCES, services: Service[], lang: Language): FacetValue[] {
  const { values, name, of } = SOURCES[kind];
  return values
    .map((value) => ({
      kind,
      value,
      name: name(value, lang),
      slugs: byLanguage((other) => slugify(name(value, other))),
      services: services.filter((service) => of(service).includes(value)),
    }))
    .filter((found) => found.services.length > 0);
}
