// Finnish, Swedish and English hold the same interface texts, with the same placeholders, and no text that nobody uses.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { strings } from '#domain/i18n/strings.ts';
import { LANGUAGES } from '#domain/routes.ts';

// Keys that code puts together from pieces which no template literal shows, by their beginning, with the place that does.
// (A key made by a template literal such as `theme.${id}.name` is found by itself.)
const BUILT_ELSEWHERE: string[] = [];

const keys = Object.keys(strings).sort();
const texts = (lang: string): Record<string, string> => JSON.parse(readFileSync(`content/ui/${lang}.json`, 'utf8'));
const placeholders = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

const code = globSync('{site,functions}/**/*.{ts,tsx,astro,mjs}')
  .filter((path) => !/i18n[\\/]strings\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const literals = new Set([...code.matchAll(/(['"`])([a-z][\w.-]*)\1/gi)].map((match) => match[2]));
// Templates that begin with a literal word and a dot, as patterns over keys: one that begins with a value would fit any key.
const templates = [...code.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`\s]*)`/gi)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);

describe('the interface texts', () => {
  it.each(LANGUAGES)('have the keys of strings.ts in %s, in order', (lang) => {
    expect(Object.keys(texts(lang))).toEqual(keys);
  });

  it.each(LANGUAGES)('are never empty in %s', (lang) => {
    expect(Object.entries(texts(lang)).filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  it('ask for the same placeholders in each language', () => {
    const [fi = {}, ...others] = LANGUAGES.map(texts);
    const differing = keys.filter((key) => others.some((other) => placeholders(other[key]) !== placeholders(fi[key])));
    expect(differing).toEqual([]);
  });

  it('have a note for the translator', () => {
    expect(Object.entries(strings).filter(([, note]) => note.trim().length < 3)).toEqual([]);
  });

  it('are each used somewhere', () => {
    const unused = keys
      .filter((key) => !literals.has(key))
      .filter((key) => !templates.some((template) => template.test(key)))
      .filter((key) => !BUILT_ELSEWHERE.some((beginning) => key.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  it('are each the reason for a beginning listed above', () => {
    expect(BUILT_ELSEWHERE.filter((beginning) => !keys.some((key) => key.startsWith(beginning)))).toEqual([]);
  });
});
