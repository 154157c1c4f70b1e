// What is wrong with the interface texts: one that is missing, unknown or empty, other {placeholders} than in Finnish, a long sentence.
import { type StringKey, strings } from '../i18n/strings.ts';
import { LANGUAGES, type Language } from '../routes.ts';
import type { Content } from './content.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import type { Dictionary } from './read-dictionary.ts';
import { longSentences, MOST_WORDS } from './sentences.ts';

const KEYS = Object.keys(strings) as StringKey[];

export const stringFaults = ({ dictionaries }: Content): Fault[] =>
  LANGUAGES.flatMap((lang) => {
    const dictionary = dictionaries[lang];
    return dictionary ? faultsIn(dictionary, lang, dictionaries.fi?.texts ?? {}) : [];
  });

function faultsIn({ file, texts, lines }: Dictionary, lang: Language, finnish: Dictionary['texts']): Fault[] {
  const fault = (key: string, code: Fault['code'], params?: Fault['params']): Fault => ({
    file,
    line: lines.get(key),
    path: [key],
    code,
    params,
  });
  return [
    ...KEYS.filter((key) => !Object.hasOwn(texts, key)).map((key) =>
      fault(key, 'text_missing', { note: strings[key] }),
    ),
    ...Object.entries(texts).flatMap(([key, text]) => {
      if (!Object.hasOwn(strings, key)) {
        const near = nearest(key, KEYS);
        return [fault(key, 'text_unknown', near ? { nearest: near } : undefined)];
      }
      if (typeof text !== 'string') return [fault(key, 'wants_text')];
      if (text === '') return [fault(key, 'text_empty', { note: strings[key as StringKey] })];
      const wanted = placeholders(finnish[key]);
      return [
        ...(placeholders(text) === wanted ? [] : [fault(key, 'text_placeholders', { wanted: wanted || '–' })]),
        ...longSentences(text, lang).map((found) => fault(key, 'sentence_long', { ...found, max: MOST_WORDS })),
      ];
    }),
  ];
}

const placeholders = (text: unknown): string =>
  typeof text === 'string' ? [...new Set(text.match(/\{\w+\}/g))].sort().join(' ') : '';
