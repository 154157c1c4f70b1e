// Joins an item's facts (Finnish file) with its texts in one language or in all.
import type { ByLanguage } from '#domain/content/catalogue.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';

type Entry<Data> = { id: string; data: Data };

/** The entry that holds an item's texts in a language; the faults were checked when the content was loaded. */
export function textsEntry<Fi extends Entry<unknown>, Other extends Entry<unknown>>(
  finnish: Fi[],
  others: Other[],
  item: string,
  lang: Language,
): Fi | Other {
  const id = `${item}.${lang}`;
  const entry = [...finnish, ...others].find((candidate) => candidate.id === id);
  if (!entry) throw new Error(`${id}.md is missing`);
  return entry;
}

export function byLanguage<Value>(make: (lang: Language) => Value): ByLanguage<Value> {
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, make(lang)])) as ByLanguage<Value>;
}
