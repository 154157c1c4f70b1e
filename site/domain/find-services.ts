// find-services: what an address asks of the map, and which services have all of it.
import type { ServiceMap } from './content/service-map.ts';
import { FACETS, type FacetKind, LANGUAGES, type Language } from './routes.ts';

/** The chosen value of each facet, as its code or id. */
export type Choices = Partial<Record<FacetKind, string>>;

const KINDS = Object.keys(FACETS) as FacetKind[];

/** Every word that stands for a facet in a query, in any language. */
export const FACET_WORDS = [...new Set(KINDS.flatMap((kind) => Object.values<string>(FACETS[kind])))];

/** A link keeps its choices when somebody changes its language: words and slugs of all languages are known, the page's own first. */
export function readChoices(
  query: URLSearchParams,
  maps: Record<Language, ServiceMap>,
  lang: Language,
): { choices: Choices; unknown: FacetKind[] } {
  const languages = [lang, ...LANGUAGES.filter((other) => other !== lang)];
  const choices: Choices = {};
  const unknown: FacetKind[] = [];
  for (const kind of KINDS) {
    const words = new Set<string>(languages.map((each) => FACETS[kind][each]));
    const asked = [...words].flatMap((word) => query.getAll(word)).filter((slug) => slug !== '');
    const values = languages.flatMap((each) => maps[each].facets.find((facet) => facet.kind === kind)?.values ?? []);
    const found = asked.map((slug) => values.find((value) => value.slug === slug)).find((value) => value);
    if (found) choices[kind] = found.value;
    else if (asked.length > 0) unknown.push(kind);
  }
  return { choices, unknown };
}

/** The chosen values with their names, in the order in which the map asks for them. */
export const namedChoices = (choices: Choices, { facets }: ServiceMap) =>
  facets.flatMap(({ kind, values }, facet) => {
    const at = values.findIndex(({ value }) => value === choices[kind]);
    const found = values[at];
    return found ? [{ kind, key: `${facet}.${at}`, ...found }] : [];
  });

/** The query that stands for the choices; `without` leaves one out. */
export function choicesQuery(choices: Choices, map: ServiceMap, lang: Language, without?: FacetKind): string {
  const pairs = namedChoices(choices, map).filter(({ kind }) => kind !== without);
  return String(new URLSearchParams(pairs.map(({ kind, slug }) => [FACETS[kind][lang], slug])));
}
