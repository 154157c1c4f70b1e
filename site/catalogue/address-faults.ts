// Addresses that two pages would share: slugs and the old slugs that still lead to them, within one language.
import { LANGUAGES, type Page, routes } from '#domain/routes.ts';
import { type Entry, itemOf, type RawContent } from './raw-content.ts';

type Addressed = { slug: string; aliases?: string[] };

/** Each in the form `file: field: what is wrong`. */
export const addressFaults = (raw: RawContent): string[] => [
  ...clashes('services', [...raw.services, ...raw.servicesTranslated], ['compare', 'findServices']),
  ...clashes('events', [...raw.events, ...raw.eventsTranslated]),
];

/** `reserved` are pages of the site's own that lie among the folder's pages. */
function clashes(folder: string, entries: Entry<Addressed>[], reserved: Page[] = []): string[] {
  const taken = new Map<string, string>();
  for (const page of reserved)
    for (const lang of LANGUAGES) {
      const path = routes.path(page, lang);
      taken.set(`${lang} ${path.slice(path.lastIndexOf('/') + 1)}`, `the page ${path}`);
    }
  function take({ id }: Entry<Addressed>, field: string, slug: string): string[] {
    const key = `${itemOf(id)?.lang} ${slug}`;
    const other = taken.get(key);
    taken.set(key, other ?? `content/${folder}/${id}.md`);
    return other ? [`content/${folder}/${id}.md: ${field}: ${slug} is taken by ${other}`] : [];
  }
  // Slugs first: where a page's own address is another's old one, the alias is what has to go.
  return [
    ...entries.flatMap((entry) => take(entry, 'slug', entry.data.slug)),
    ...entries.flatMap((entry) => (entry.data.aliases ?? []).flatMap((alias) => take(entry, 'aliases', alias))),
  ];
}
