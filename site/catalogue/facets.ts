// The ways into the map: each facet's values that some service has, with their names, slugs and services.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import { FACET_SOURCES, FIXED_FACETS, type FixedFacet, facetSlug } from '#domain/facets.ts';
import { createT } from '#domain/i18n/t.ts';
import type { FacetKind, Language } from '#domain/routes.ts';
import { byLanguage } from './by-language.ts';
import { onceABuild } from './once-a-build.ts';
import { getProviders } from './providers.ts';
import { getServices, getServicesOf, type Service } from './services.ts';

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

export const getFacets = onceABuild(async (lang: Language): Promise<Facet[]> => {
  const services = await getServices(lang);
  const facets = FIXED_FACETS.map((kind) => ({ kind, values: valuesOf(kind, services, lang) }));
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

function valuesOf(kind: FixedFacet, services: Service[], lang: Language): FacetValue[] {
  const { values, name, of } = FACET_SOURCES[kind];
  return values
    .map((value) => ({
      kind,
      value,
      name: name(value, lang, createT(lang)),
      slugs: byLanguage((other) => facetSlug(kind, value, other, createT(other))),
      services: services.filter((service) => of(service).includes(value)),
    }))
    .filter((found) => found.services.length > 0);
}
