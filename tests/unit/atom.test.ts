// The feed of changes: well formed, newest first, safe with any text.
import { expect, it } from 'vitest';
import { atom } from '#domain/atom.ts';

const feed = {
  title: 'Muutokset & uutiset',
  lang: 'fi',
  url: 'https://tarjotin.example/atom.xml',
  home: 'https://tarjotin.example/',
  author: 'Tarjotin',
};
const entry = (id: string, day: string, title = id) => ({
  id: `https://tarjotin.example/${id}`,
  url: `https://tarjotin.example/${id}?a=1&b=2`,
  title,
  summary: 'Tarkistettu',
  updated: new Date(`${day}T00:00:00Z`),
});

it('puts the newest first and dates the feed by it', () => {
  const xml = atom({ ...feed, entries: [entry('vanha', '2026-01-01'), entry('uusi', '2026-10-12')] });
  expect(xml.indexOf('/uusi')).toBeLessThan(xml.indexOf('/vanha'));
  expect(xml).toContain('<title>Muutokset &amp; uutiset</title>\n<updated>2026-10-12T00:00:00.000Z</updated>');
  expect(xml).toContain('href="https://tarjotin.example/uusi?a=1&amp;b=2"');
});

it('holds no markup and no control characters of a text', () => {
  const xml = atom({ ...feed, entries: [entry('a', '2026-10-12', '<b>"x"\u0000\u0008</b>')] });
  expect(xml).toContain('<title>&lt;b&gt;&quot;x&quot;&lt;/b&gt;</title>');
});

it('keeps the fifty newest, and stands without any', () => {
  const entries = Array.from({ length: 60 }, (_, at) =>
    entry(`e${at}`, `2026-${String((at % 12) + 1).padStart(2, '0')}-01`),
  );
  expect(atom({ ...feed, entries }).match(/<entry>/g)).toHaveLength(50);
  expect(atom({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
});
