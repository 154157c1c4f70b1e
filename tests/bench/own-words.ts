// Own words in the browser: the bytes that come when somebody writes, for each language, and those that come before that.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { matcherOf } from '#domain/match/matcher-of.ts';
import type { WordsFile } from '#domain/match/words-file.ts';
import { LANGUAGES, routes } from '#domain/routes.ts';
import { atMost, type Piece } from './piece.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

const sizes = (...files: string[]) => ({
  gzip: files.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0),
  brotli: files.reduce((sum, text) => sum + brotliCompressSync(text).length, 0),
});

const asset = (name: string): string => readFileSync(join(DIST, '_astro', name), 'utf8');

/** A script with all that it imports: what a browser has fetched before it runs. */
function withImports(name: string, known = new Map<string, string>()): Map<string, string> {
  if (known.has(name)) return known;
  const text = asset(name);
  known.set(name, text);
  for (const [, imported = ''] of text.matchAll(/from"\.\/([^"]+)"/g)) withImports(imported, known);
  return known;
}

function formScript(): string[] {
  const file = join(ROOT, 'functions/_lib/built/pages.json');
  const { shells } = JSON.parse(readFileSync(file, 'utf8')) as { shells: Record<string, Record<string, string>> };
  const [, src] = /<script type="module" src="([^"]+)"/.exec(shells['need-form']?.fi ?? '') ?? [];
  if (!src) throw new Error('the need form has no script');
  return [...withImports(basename(src)).values()];
}

function searchScript(): string {
  const scripts = [
    ...readFileSync(join(DIST, 'index.html'), 'utf8').matchAll(/<script type="module">(.*?)<\/script>/gs),
  ];
  const found = scripts.map(([, text = '']) => text).find((text) => text.includes('match-worker'));
  if (!found) throw new Error('the home page has no search in it');
  return found;
}

/** What may reach a browser for own words, compressed, and what the form's page may weigh. */
const MOST = { own_words: 40 * 1024, need_form: 12 * 1024 };

export const benchOwnWords: Piece = async () => {
  const workers = readdirSync(join(DIST, '_astro')).filter((name) => name.startsWith('match-worker'));
  const code = workers.map(asset);
  const languages = LANGUAGES.map((lang) => {
    const data = readFileSync(join(DIST, routes.words(lang)), 'utf8');
    const { services } = JSON.parse(data) as WordsFile;
    const began = performance.now();
    matcherOf(services);
    const index_ms = Math.round(performance.now() - began);
    const [all, ofData] = [sizes(data, ...code), sizes(data)];
    return {
      lang,
      services: services.length,
      gzip: all.gzip,
      brotli: all.brotli,
      data_brotli: ofData.brotli,
      index_ms,
    };
  });
  const scripts = [
    { script: 'worker', ...sizes(...code) },
    { script: 'search in page', ...sizes(searchScript()) },
    { script: 'need form', ...sizes(...formScript()) },
  ];
  const aims = [
    ...languages.map(({ lang, gzip }) => atMost(`bytes gzip in ${lang}, code and words`, MOST.own_words, gzip)),
    atMost("bytes brotli of the need form's script", MOST.need_form, sizes(...formScript()).brotli),
  ];
  return { aims, languages, scripts };
};
