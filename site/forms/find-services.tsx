// find-services: the service map and what narrows it, as a pure view. Rendered at build, by the function, and narrowed in place by a script.
import type { ServiceMap } from '#domain/content/service-map.ts';
import { type Choices, namedChoices } from '#domain/find-services.ts';
import type { T } from '#domain/i18n/t.ts';
import { countHits, hasAll } from '#domain/map-keys.ts';
import { type FacetKind, type Language, routes } from '#domain/routes.ts';
import { ChosenFilters } from './find-services/chosen-filters.tsx';
import { FilterForm } from './find-services/filter-form.tsx';
import { ServiceRows } from './find-services/service-rows.tsx';

export interface FindServicesProps {
  t: T;
  lang: Language;
  map: ServiceMap;
  choices?: Choices;
  /** Facets of which the address asked something that is not on the map. */
  unknown?: readonly FacetKind[];
}

/** Every service is in the page: those that are not wanted are hidden, so that the script can bring them back. */
export function FindServices({ t, lang, map, choices = {}, unknown = [] }: FindServicesProps) {
  const wanted = namedChoices(choices, map).map(({ key }) => key);
  const rows = map.groups.flatMap(({ services }) => services);
  const hits = wanted.length > 0 ? countHits(rows, wanted) : undefined;
  const themeSlug = new Map(
    map.facets.find(({ kind }) => kind === 'theme')?.values.map(({ value, slug }) => [value, slug]),
  );
  return (
    <>
      <div class="stack">
        <FilterForm t={t} lang={lang} map={map} choices={choices} />
        {unknown.length > 0 && (
          <p class="notice">{t('filter.unknown', { facets: unknown.map((kind) => t(`facet.${kind}`)).join(', ') })}</p>
        )}
        <p
          class="lead"
          role="status"
          data-one={t('filter.hitsOne')}
          data-many={t('filter.hits')}
          data-none={t('filter.none')}
        >
          {hits === undefined
            ? ''
            : t(hits === 0 ? 'filter.none' : hits === 1 ? 'filter.hitsOne' : 'filter.hits', { count: hits })}
        </p>
        <ChosenFilters t={t} lang={lang} map={map} choices={choices} hits={hits} />
      </div>
      {map.groups.map(({ theme, services }) => (
        <section id={theme} key={theme} hidden={!services.some(({ keys }) => hasAll(keys, wanted))}>
          <div class="section-head">
            <h2>{t(`theme.${theme}.question`)}</h2>
            <p class="soft">{t(`theme.${theme}.summary`)}</p>
            <p>
              <a href={routes.facet('theme', themeSlug.get(theme) ?? theme, lang)}>
                {t('compare.theme', { theme: t(`theme.${theme}.name`) })}
              </a>
            </p>
          </div>
          <ServiceRows t={t} lang={lang} services={services} wanted={wanted} />
        </section>
      ))}
    </>
  );
}
