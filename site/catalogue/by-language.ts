// Joins an item's facts (Finnish file) with its texts in one language or in all.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';

type Entry<Data> = { id: string; data: Data };

/** Of each collection, its entries by id; forgotten with the collection. */
const indexes = new WeakMap<object, Map<string, Entry<unknown>>>();

function find<Found extends Entry<unknown>>(entries: Found[], id: string): Found | undefined {
  const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.id, entry]));
  indexes.set(entries, index);
  return index.get(id) as Found | undefined;
}

/** The entry that holds an item's texts in a language; the faults were checked when the content was loaded. */
export function textsEntry<Fi extends Entry<unknown>, Other extends Entry<unknown>>(
  finnish: Fi[],
  others: Other[],
  item: string,
  lang: Language,
): Fi | Other {
  const id = `${item}.${lang}`;
  const entry = find(finnish, id) ?? find(others, id);
  if (!entry) throw new Error(`${id}.md is missing`);
  return entry;
}

export function byLanguage<Value>(make: (lang: Language) => Value): ByLanguage<Value> {
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, make(lang)])) as ByLanguage<Value>;
}
