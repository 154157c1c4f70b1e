// Pages that carry the smaller style sheet use nothing that only the whole one has: read in their sources, so that rare cases count too.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const STYLES = 'site/styles';
const imported = (sheet: string) =>
  [...readFileSync(join(STYLES, sheet), 'utf8').matchAll(/@import '\.\/([\w-]+\.css)' layer\((\w+)\);/g)].map(
    ([, file = '', layer = '']) => `${file} ${layer}`,
  );
const whole = imported('site.css');
const reading = imported('reading.css');

const without = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '');
const classesOf = (lines: readonly string[]) =>
  new Set(
    lines.flatMap((line) => {
      const css = without(readFileSync(join(STYLES, line.split(' ')[0] ?? ''), 'utf8'));
      return [...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name);
    }),
  );

/** A page with every component and form in it, but for the frame, which all pages share. */
function sourcesOf(file: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file) || file.endsWith('Frame.astro')) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const [, from = ''] of text.matchAll(/from '([^']+\.(?:astro|tsx))'/g))
    sourcesOf(from.startsWith('#forms/') ? from.replace('#forms/', 'site/forms/') : join(dirname(file), from), found);
  return found;
}

const pages = globSync('site/components/pages/*.astro').filter((file) =>
  readFileSync(file, 'utf8').includes('styles="reading"'),
);
const sources = pages.flatMap((page) => [...sourcesOf(page)]);

it('the smaller sheet is a part of the whole one, in its order', () => {
  expect(reading).toEqual(whole.filter((line) => reading.includes(line)));
  expect(reading.length).toBeLessThan(whole.length);
});

it('a page with the smaller sheet has no class that only the whole one knows', () => {
  const known = classesOf(reading);
  const missing = [...classesOf(whole)].filter((name) => !known.has(name));
  const used = sources.flatMap(([file, text]) =>
    [...text.matchAll(/\bclass(?:Name|:list)?=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain = '', code = '']) =>
      `${plain} ${code}`.match(/[\w-]+/g)?.map((name) => ({ file, name })),
    ),
  );
  expect(pages.length).toBeGreaterThan(0);
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((one) => one && missing.includes(one.name))).toEqual([]);
});

it('a page with the smaller sheet has no field to fill in', () => {
  expect(sources.filter(([, text]) => /<(?:input|select|textarea|form)\b/.test(text)).map(([file]) => file)).toEqual(
    [],
  );
});
