// Every address of the site that content may link to, in which language it is, and where old ones lead now.
import { DATA_FILE_NAMES } from '../open-data/data-file-names.ts';
import {
  CONFIRMATIONS,
  ENDPOINTS,
  LANGUAGES,
  type Language,
  PAGE_NAMES,
  PROMISE_FIGURES,
  PROMISE_FIGURES_CSV,
  routes,
} from '../routes.ts';
import { ADDRESSED } from './address-faults.ts';
import { type Content, type ItemFiles, itemsIn } from './content.ts';
import type { ContentFile } from './content-file.ts';
import { facetPaths } from './facet-paths.ts';
import { textsAt } from './schema-fields.ts';

type Paths = Partial<Record<Language, string>>;

/** One page: its language where it has one, the same page in all, the file with its running text where that is all of it. */
export type Address = { lang?: Language | undefined; others: Paths; file?: ContentFile | undefined };
export type SiteAddresses = { known: ReadonlyMap<string, Address>; old: ReadonlyMap<string, string> };

/** The same in every language. */
const FILES = [
  ...DATA_FILE_NAMES.map((name) => `/data/${name}`),
  ...[CONFIRMATIONS, PROMISE_FIGURES, PROMISE_FIGURES_CSV],
  ...Object.values(ENDPOINTS),
  '/sitemap.xml',
];

export function siteAddresses(content: Content): SiteAddresses {
  const known = new Map<string, Address>();
  const add = (paths: Paths, files: ItemFiles = {}): void => {
    for (const lang of LANGUAGES) if (paths[lang]) known.set(paths[lang], { lang, others: paths, file: files[lang] });
  };
  const pages = itemsIn(content, 'pages');
  for (const page of PAGE_NAMES) {
    const paths = inAll((lang) => routes.path(page, lang));
    add(paths, pages.get(page));
  }
  add(inAll(routes.feed));
  add(inAll((lang) => routes.calendarFile(lang)));
  for (const id of itemsIn(content, 'providers').keys()) add(inAll((lang) => routes.provider(id, lang)));
  for (const { folder, slugs } of slugged(content)) {
    add(inAll((lang) => slugs[lang] && ADDRESSED[folder](slugs[lang], lang)));
    if (folder === 'events') add(inAll((lang) => slugs[lang] && routes.calendarFile(lang, slugs[lang])));
  }
  for (const paths of facetPaths(content)) add(paths);
  for (const path of [...FILES, ...content.publicFiles]) known.set(path, { others: {} });
  return { known, old: oldAddresses(content) };
}

function oldAddresses(content: Content): Map<string, string> {
  const old = new Map<string, string>();
  for (const { folder, slugs, files } of slugged(content)) {
    const path = ADDRESSED[folder];
    for (const lang of LANGUAGES) {
      const slug = slugs[lang];
      const aliases = textsAt(files[lang]?.fields, ['aliases', '*']);
      if (slug) for (const { text } of aliases) old.set(path(text, lang), path(slug, lang));
    }
  }
  return old;
}

type Slugged = { folder: keyof typeof ADDRESSED; slugs: Paths; files: ItemFiles };

const slugged = (content: Content): Slugged[] =>
  (Object.keys(ADDRESSED) as Slugged['folder'][]).flatMap((folder) =>
    [...itemsIn(content, folder).values()].map((files) => ({
      folder,
      files,
      slugs: inAll((lang) => textsAt(files[lang]?.fields, ['slug'])[0]?.text),
    })),
  );

const inAll = (path: (lang: Language) => string | undefined): Paths =>
  Object.fromEntries(LANGUAGES.flatMap((lang) => (path(lang) === undefined ? [] : [[lang, path(lang)]])));
