// Interface texts by language. The build parses every dictionary with the schema in dictionary.ts; here a missing key does not compile.
import en from '../../../content/ui/en.json' with { type: 'json' };
import fi from '../../../content/ui/fi.json' with { type: 'json' };
import sv from '../../../content/ui/sv.json' with { type: 'json' };
import type { Language } from '../routes.ts';
import type { StringKey } from './strings.ts';

export type Dictionary = Record<StringKey, string>;
export const dictionaries: Record<Language, Dictionary> = { fi, sv, en };

export type T = (key: StringKey, values?: Record<string, string | number>) => string;

/** Texts of one language; `{name}` in a text is replaced by `values.name`, as plain text. */
export const createT = (lang: Language): T => {
  const texts = dictionaries[lang];
  return (key, values) =>
    values ? texts[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)) : texts[key];
};
