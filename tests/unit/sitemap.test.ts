// The sitemap, made of what the pages say of themselves.
import { expect, it } from 'vitest';
import { readPage, sitemap } from '#domain/sitemap.ts';

const head = (inside: string) => `<!doctype html><html><head>${inside}</head><body><p>x</p></body></html>`;
const page = head(
  '<link rel="canonical" href="https://t.example/palvelut"><link rel="alternate" hreflang="fi" href="https://t.example/palvelut"><link rel="alternate" hreflang="x-default" href="https://t.example/palvelut?a=1&amp;b=2">',
);

it('reads the canonical address and the other languages', () => {
  expect(readPage(page)).toEqual({
    url: 'https://t.example/palvelut',
    alternates: [
      { lang: 'fi', url: 'https://t.example/palvelut' },
      { lang: 'x-default', url: 'https://t.example/palvelut?a=1&b=2' },
    ],
  });
});

it('leaves out what search engines must not keep, and what has no address', () => {
  expect(
    readPage(head('<meta name="robots" content="noindex"><link rel="canonical" href="https://t.example/x">')),
  ).toBeUndefined();
  expect(readPage(head(''))).toBeUndefined();
  expect(readPage('<html><head></head><body><link rel="canonical" href="https://t.example/x"></body>')).toBeUndefined();
});

it('lists the pages in order, with their languages', () => {
  const xml = sitemap([
    { url: 'https://t.example/b', alternates: [{ lang: 'sv', url: 'https://t.example/sv/b?a=1&b=2' }] },
    { url: 'https://t.example/a', alternates: [] },
  ]);
  expect(xml.indexOf('/a</loc>')).toBeLessThan(xml.indexOf('/b</loc>'));
  expect(xml).toContain('<xhtml:link rel="alternate" hreflang="sv" href="https://t.example/sv/b?a=1&amp;b=2"/>');
});
