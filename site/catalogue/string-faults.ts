// What is wrong with the interface texts: a key missing, unknown or empty in one language, or other {placeholders} than in Finnish.
import { dictionarySchema } from '#domain/i18n/dictionary.ts';
import { dictionaries } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';

const placeholders = (text = ''): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

function faultsIn(lang: Language, texts: Record<string, string>): string[] {
  const file = `content/ui/${lang}.json`;
  const finnish: Record<string, string> = dictionaries.fi;
  const shape = dictionarySchema.safeParse(texts).error?.issues ?? [];
  return [
    ...shape.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`),
    ...Object.entries(texts)
      .filter(([key, text]) => placeholders(text) !== placeholders(finnish[key]))
      .map(([key]) => `${file}: ${key}: holds other placeholders than the Finnish text: ${placeholders(finnish[key])}`),
  ];
}

export const stringFaults = (): string[] => LANGUAGES.flatMap((lang) => faultsIn(lang, dictionaries[lang]));
