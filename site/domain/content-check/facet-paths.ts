// The addresses of the map's pages that are narrowed to one value, each in every language.
import { FACET_SOURCES, FIXED_FACETS, facetSlug } from '../facets.ts';
import type { T } from '../i18n/t.ts';
import { LANGUAGES, type Language, routes } from '../routes.ts';
import type { Content } from './content.ts';
import type { Fields } from './content-file.ts';

/** Of each way to narrow the map the values that some service has: the others have no page. */
export function facetPaths({ inFolder, dictionaries }: Content): Record<string, string>[] {
  const services = inFolder.services.filter(({ lang }) => lang === 'fi').map(({ fields }) => narrowed(fields));
  const textsIn =
    (lang: Language): T =>
    (key) =>
      dictionaries[lang]?.texts[key] ?? '';
  return FIXED_FACETS.flatMap((kind) => {
    const used = new Set(services.flatMap((service) => FACET_SOURCES[kind].of(service)));
    const path = (value: string, lang: Language) =>
      routes.facet(kind, facetSlug(kind, value, lang, textsIn(lang)), lang);
    return FACET_SOURCES[kind].values
      .filter((value) => used.has(value))
      .map((value) => Object.fromEntries(LANGUAGES.map((lang) => [lang, path(value, lang)])));
  });
}

type Narrowed = Parameters<(typeof FACET_SOURCES)['event']['of']>[0];
const LISTS = ['businessEvents', 'sizes', 'stages', 'targetGroups', 'place', 'municipalities', 'languages'] as const;

/** A field that is missing or no list narrows nothing; that it is wrong is told elsewhere. */
function narrowed(fields: Fields): Narrowed {
  const lists = LISTS.map((name) => [name, Array.isArray(fields[name]) ? fields[name] : []]);
  return { theme: fields.theme, ...Object.fromEntries(lists) };
}
