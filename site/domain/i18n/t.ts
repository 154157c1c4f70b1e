// Interface texts by language: every dictionary is parsed when this is imported, so a missing or extra key fails the build.
import { z } from 'zod';
import en from '../../../content/ui/en.json' with { type: 'json' };
import fi from '../../../content/ui/fi.json' with { type: 'json' };
import sv from '../../../content/ui/sv.json' with { type: 'json' };
import type { Language } from '../routes.ts';
import { type StringKey, strings } from './strings.ts';

const dictionary = z.strictObject(
  Object.fromEntries(
    Object.entries(strings).map(([key, note]) => [key, z.string().min(1).meta({ description: note })]),
  ),
);
export type Dictionary = Record<StringKey, string>;
export const dictionaries: Record<Language, Dictionary> = {
  fi: dictionary.parse(fi) as Dictionary,
  sv: dictionary.parse(sv) as Dictionary,
  en: dictionary.parse(en) as Dictionary,
};

export type T = (key: StringKey, values?: Record<string, string | number>) => string;

/** Texts of one language; `{name}` in a text is replaced by `values.name`, as plain text. */
export const createT = (lang: Language): T => {
  const texts = dictionaries[lang];
  return (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
};
