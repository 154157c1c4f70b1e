// The addresses that content may link to, as the check reckons them from files, are those that the build makes.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkContent } from '#domain/content-check/check-content.ts';
import { siteAddresses } from '#domain/content-check/site-addresses.ts';
import { CONFIRMATIONS, ENDPOINTS, LANGUAGES, PROMISE_FIGURES, PROMISE_FIGURES_CSV, routes } from '#domain/routes.ts';
import { readContentFolder } from '../../site/integrations/read-content-folder.ts';

const { content } = checkContent({ ...readContentFolder('content'), today: '2026-11-23' });
const { known, old } = siteAddresses(content);
const built = new Set(
  globSync('dist/**/*.*').map(
    (file) =>
      `/${file
        .slice('dist/'.length)
        .replace(/(^|\/)index\.html$/, '')
        .replace(/\.html$/, '')}`,
  ),
);
const pages = [...readFileSync('dist/sitemap.xml', 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(
  ([, address = '']) => new URL(address).pathname,
);

it('every page of the sitemap may be linked to', () => {
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter((path) => !known.has(path))).toEqual([]);
});

it('every address that may be linked to is there', () => {
  const byFunctions: string[] = [
    ...LANGUAGES.flatMap((lang) => [
      routes.path('needForm', lang),
      routes.path('findServices', lang),
      routes.path('promise', lang),
      routes.path('figures', lang),
    ]),
    ...[CONFIRMATIONS, PROMISE_FIGURES, PROMISE_FIGURES_CSV],
    ...Object.values(ENDPOINTS),
  ];
  const missing = [...known.keys()].filter((path) => !built.has(path) && !content.publicFiles.has(path));
  expect(missing.toSorted()).toEqual(byFunctions.toSorted());
});

it('every old address is redirected to where the check says', () => {
  const lines = readFileSync('dist/_redirects', 'utf8').trim().split('\n');
  expect([...old].map(([from, to]) => `${from} ${to} 301`).toSorted()).toEqual(lines.toSorted());
});
