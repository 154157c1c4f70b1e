// The words files as they were built from the content: every service in each language, and few enough bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { THEMES } from '#domain/content/service.ts';
import { matchData } from '#domain/match/match-data.ts';
import type { WordsFile } from '#domain/match/words-file.ts';
import { wordsOf } from '#domain/match/written-words.ts';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { finderOf } from '../../site/islands/own-words/load-finder.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';

const DIST = join(import.meta.dirname, '../../dist');
/** The aim for 40 services, code and data together. */
const MOST_BYTES = 40 * 1024;
const SERVICES_OF_AIM = 40;

const textOf = (lang: Language) => readFileSync(join(DIST, routes.words(lang)), 'utf8');
const read = (lang: Language) => JSON.parse(textOf(lang)) as WordsFile;
const workers = () => readdirSync(join(DIST, '_astro')).filter((name) => name.startsWith('match-worker'));

describe.each(LANGUAGES)('the words file in %s', (lang) => {
  it('holds every service of the catalogue with its name and address', () => {
    const { base, services } = read(lang);
    expect(services.map(({ id, slug, title }) => [id, base + slug, title]).sort()).toEqual(
      builtCatalogue()
        .services.map(({ id, slug, name }) => [id, routes.service(slug[lang], lang), name[lang]])
        .sort(),
    );
  });

  it('gives each service a topic, a summary and words of its own', () => {
    const { topics, services } = read(lang);
    expect(topics).toHaveLength(THEMES.length);
    for (const { id, topic, summary, strong, weak } of services) {
      expect(topics[topic], id).toBeTruthy();
      expect(summary.length, id).toBeGreaterThan(10);
      expect(strong.split(' ').length, id).toBeGreaterThan(10);
      expect(weak.split(' ').length, id).toBeGreaterThan(10);
    }
  });

  it('holds plain words once each: neither the signs of the everyday lists nor a list that no service calls for', () => {
    const { services } = read(lang);
    for (const { id, title, summary, strong, weak } of services) {
      const words = [...strong.split(' '), ...weak.split(' ')];
      expect(wordsOf([words.join(' ')]), id).toEqual(words);
      expect(new Set([...words, ...wordsOf([title])]).size, id).toBe(words.length + new Set(wordsOf([title])).size);
      expect(words.filter((word) => wordsOf([summary]).includes(word) && weak.split(' ').includes(word))).toEqual([]);
    }
    const bare = { title: 'Xyz', summary: 'Xyz', body: '', keywords: [], needs: [] };
    expect(matchData([{ ...bare, slug: 'xyz' }], lang)).toEqual([
      { slug: 'xyz', title: 'Xyz', summary: 'Xyz', strong: '', weak: '' },
    ]);
  });

  it('finds each service first and surely by its own name', () => {
    const find = finderOf(read(lang));
    for (const { id, title } of read(lang).services)
      expect([find(title).proposals[0]?.id, find(title).sure], title).toEqual([id, true]);
  });

  it('comes, with the code, to no more than the aim for so many services', () => {
    const files = [textOf(lang), ...workers().map((name) => readFileSync(join(DIST, '_astro', name), 'utf8'))];
    const most = (MOST_BYTES * Math.max(SERVICES_OF_AIM, read(lang).services.length)) / SERVICES_OF_AIM;
    for (const compress of [gzipSync, brotliCompressSync])
      expect(files.reduce((sum, file) => sum + compress(file).length, 0)).toBeLessThanOrEqual(most);
  });
});

it('one worker is built, and it holds none of the everyday lists', () => {
  expect(workers()).toHaveLength(1);
  const code = readFileSync(join(DIST, '_astro', workers()[0] ?? ''), 'utf8');
  expect(code).not.toContain('osaamiskartoitus');
  expect(code.length).toBeLessThan(8000);
});
