// Every address of the site that content may link to, in which language it is, and where old ones lead now.

import { FACET_SOURCES, FIXED_FACETS, facetSlug } from '../facets.ts';
import type { T } from '../i18n/t.ts';
import { DATA_FILE_NAMES } from '../open-data/data-file-names.ts';
import { ENDPOINTS, LANGUAGES, type Language, PAGE_NAMES, routes } from '../routes.ts';
import { ADDRESSED } from './address-faults.ts';
import { type Content, itemsIn } from './content.ts';
import type { ContentFile } from './content-file.ts';
import { textsAt } from './schema-fields.ts';

/** One page in its languages; `file` holds its running text. */
export type Address = {
  lang?: Language | undefined;
  others: Partial<Record<Language, string>>;
  file?: ContentFile | undefined;
};
export type SiteAddresses = { known: ReadonlyMap<string, Address>; old: ReadonlyMap<string, string> };

type Item = Partial<Record<Language, ContentFile>>;

export function siteAddresses(content: Content): SiteAddresses {
  const known = new Map<string, Address>();
  const old = new Map<string, string>();
  function add(others: Partial<Record<Language, string>>, files: Item = {}): void {
    for (const lang of LANGUAGES) if (others[lang]) known.set(others[lang], { lang, others, file: files[lang] });
  }
  const inAll = (path: (lang: Language) => string | undefined) =>
    Object.fromEntries(LANGUAGES.flatMap((lang) => (path(lang) === undefined ? [] : [[lang, path(lang)]])));

  const pages = itemsIn(content, 'pages');
  for (const page of PAGE_NAMES)
    add(
      inAll((lang) => routes.path(page, lang)),
      pages.get(page),
    );
  add(inAll(routes.feed));
  add(inAll((lang) => routes.calendarFile(lang)));
  for (const id of itemsIn(content, 'providers').keys()) add(inAll((lang) => routes.provider(id, lang)));
  for (const folder of Object.keys(ADDRESSED) as (keyof typeof ADDRESSED)[]) {
    for (const item of itemsIn(content, folder).values()) {
      const path = ADDRESSED[folder];
      const slugs = inAll((lang) => slugOf(item[lang]));
      add(inAll((lang) => slugs[lang] && path(slugs[lang], lang)));
      if (folder === 'events') add(inAll((lang) => slugs[lang] && routes.calendarFile(lang, slugs[lang])));
      for (const lang of LANGUAGES)
        for (const alias of aliasesOf(item[lang])) if (slugs[lang]) old.set(path(alias, lang), path(slugs[lang], lang));
    }
  }
  for (const paths of facetPaths(content)) add(paths);
  const alike = [
    ...DATA_FILE_NAMES.map((name) => `/data/${name}`),
    ...Object.values(ENDPOINTS),
    '/sitemap.xml',
    ...content.publicFiles,
  ];
  for (const path of alike) known.set(path, { others: {} });
  return { known, old };
}

const slugOf = (file: ContentFile | undefined): string | undefined => textsAt(file?.fields, ['slug'])[0]?.text;
const aliasesOf = (file: ContentFile | undefined): string[] =>
  textsAt(file?.fields, ['aliases', '*']).map(({ text }) => text);

/** Of each way to narrow the map the values that some service has: the others have no page. */
function facetPaths({ inFolder, dictionaries }: Content): Record<string, string>[] {
  const services = inFolder.services.filter(({ lang }) => lang === 'fi').map(({ fields }) => narrowed(fields));
  const t =
    (lang: Language): T =>
    (key) =>
      dictionaries[lang]?.texts[key] ?? '';
  return FIXED_FACETS.flatMap((kind) => {
    const used = new Set(services.flatMap((service) => FACET_SOURCES[kind].of(service)));
    return FACET_SOURCES[kind].values
      .filter((value) => used.has(value))
      .map((value) =>
        Object.fromEntries(
          LANGUAGES.map((lang) => [lang, routes.facet(kind, facetSlug(kind, value, lang, t(lang)), lang)]),
        ),
      );
  });
}

type Narrowed = Parameters<(typeof FACET_SOURCES)['event']['of']>[0];

/** A field that is missing or no list narrows nothing; that it is wrong is told elsewhere. */
const narrowed = (fields: ContentFile['fields']): Narrowed => {
  const list = (name: string) => (Array.isArray(fields[name]) ? fields[name] : []);
  return {
    theme: fields.theme,
    ...Object.fromEntries(
      ['businessEvents', 'sizes', 'stages', 'targetGroups', 'place', 'municipalities'].map((name) => [
        name,
        list(name),
      ]),
    ),
  } as Narrowed;
};
