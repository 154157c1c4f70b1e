// What narrows the map: one choice of each facet, as a plain GET form. Where there is a script, each change acts at once.
import type { ServiceMap } from '#domain/content/service-map.ts';
import type { Choices } from '#domain/find-services.ts';
import type { T } from '#domain/i18n/t.ts';
import { FACETS, LANGUAGES, type Language, routes } from '#domain/routes.ts';

interface Props {
  t: T;
  lang: Language;
  map: ServiceMap;
  choices: Choices;
}

/** For the script: the whole map and the narrowed one, by language. */
const PLACES = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, [routes.path('services', lang), routes.path('findServices', lang)]]),
);

export function FilterForm({ t, lang, map, choices }: Props) {
  return (
    <details class="filter">
      <summary>{t('filter.summary')}</summary>
      <form id="filters" action={routes.path('findServices', lang)} data-places={JSON.stringify(PLACES)}>
        {map.facets.map(({ kind, values }, facet) => (
          <p class="field" key={kind}>
            <label class="field__label" for={`f-${kind}`}>
              {t(`facet.${kind}`)}
            </label>
            <select id={`f-${kind}`} name={FACETS[kind][lang]} autocomplete="off">
              <option value="">{t('filter.any')}</option>
              {values.map(({ value, name, slug }, at) => (
                <option key={value} value={slug} data-k={`${facet}.${at}`} selected={choices[kind] === value}>
                  {name}
                </option>
              ))}
            </select>
          </p>
        ))}
        <p class="button-row">
          <button class="button" type="submit">
            {t('filter.show')}
          </button>
        </p>
      </form>
    </details>
  );
}
