// The service map in one language: the facets with their values, and the services by theme, each with the keys of its values.

import { THEMES } from '#domain/content/service.ts';
import type { MapService, ServiceMap } from '#domain/content/service-map.ts';
import type { Language } from '#domain/routes.ts';
import { getFacets } from './facets.ts';
import { getServices, type Service } from './services.ts';

/** What a row says of a service. */
export const mapService = ({ slug, name, summary, price, providers }: Service): MapService => ({
  slug,
  name,
  summary,
  price,
  providers: providers.length,
});

export async function getServiceMap(lang: Language): Promise<ServiceMap> {
  const services = await getServices(lang);
  const facets = await getFacets(lang);
  const keys = new Map(services.map(({ id }) => [id, [] as string[]]));
  for (const [facet, { values }] of facets.entries())
    for (const [at, value] of values.entries())
      for (const { id } of value.services) keys.get(id)?.push(`${facet}.${at}`);
  return {
    facets: facets.map(({ kind, values }) => ({
      kind,
      values: values.map(({ value, name, slugs }) => ({ value, name, slug: slugs[lang] })),
    })),
    groups: THEMES.map((theme) => ({
      theme,
      services: services
        .filter((service) => service.theme === theme)
        .map((service) => ({ ...mapService(service), keys: keys.get(service.id) ?? [] })),
    })).filter((group) => group.services.length > 0),
  };
}
