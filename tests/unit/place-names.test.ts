// A place is called by one name in each language, in every text that people read.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { foreignPlaces } from '../support/foreign-places.ts';

const read = (file: string): string => readFileSync(file, 'utf8');

describe('the look for names of other languages', () => {
  it.each([
    ['sv', 'Kom till Tuulisalmi', ['Tuulisalmi']],
    ['sv', 'Yrkeshögskolan i Koivuselän centrum', ['Koivuselkä']],
    ['fi', 'Toimisto on Vindsundissa', ['Vindsund']],
    ['en', 'The office is in Långås', ['Långås']],
    ['en', 'The office is in Pitkäharju', []],
    ['sv', 'Skriv till info@tuulisalmi.example', []],
  ] as const)('%s: %s', (lang, text, found) => {
    expect(foreignPlaces(text, lang)).toEqual(found);
  });

  it('lets an organisation keep its own name', () => {
    expect(foreignPlaces('Yrkesinstitutet Vindsund vastaa', 'fi', ['Yrkesinstitutet Vindsund'])).toEqual([]);
  });
});

it.each(LANGUAGES)('no text in %s calls a place by the name of another language', (lang) => {
  const providers = globSync(`content/providers/*.${lang}.md`).map(
    (file) => /^name: (.+)$/m.exec(read(file))?.[1] ?? '',
  );
  expect(providers.length).toBeGreaterThan(0);
  const files = [...globSync(`content/*/*.${lang}.md`), `content/ui/${lang}.json`];
  const faults = files.flatMap((file) => foreignPlaces(read(file), lang, providers).map((name) => `${file}: ${name}`));
  expect(faults).toEqual([]);
});
