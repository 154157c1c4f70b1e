// What an address asks of the map: words of every language, one way to say a choice, nothing made up.
import { describe, expect, it } from 'vitest';
import type { ServiceMap } from '#domain/content/service-map.ts';
import { choicesQuery, FACET_WORDS, namedChoices, readChoices } from '#domain/find-services.ts';
import { countHits, hasAll } from '#domain/map-keys.ts';
import type { Language } from '#domain/routes.ts';

/** Codes, and as slugs the codes with the language's name, but for two that share a word. */
const mapIn = (lang: Language): ServiceMap => ({
  facets: [
    { kind: 'theme', values: ['digi', 'kasvu'].map((value) => ({ value, name: value, slug: `${value}-${lang}` })) },
    {
      kind: 'municipality',
      values: ['996', '997'].map((value, at) => ({
        value,
        name: value,
        // The Finnish slug of the first is the Swedish one of the second.
        slug: lang === 'fi' ? (['lahti', 'salmi'][at] ?? '') : (['viken', 'lahti'][at] ?? ''),
      })),
    },
  ],
  groups: [],
});
const maps = { fi: mapIn('fi'), sv: mapIn('sv'), en: mapIn('en') };
const read = (query: string, lang: Language = 'fi') => readChoices(new URLSearchParams(query), maps, lang);

describe('what an address asks', () => {
  it('is read by word and slug, and empty fields ask for nothing', () => {
    expect(read('aihe=digi-fi&kunta=&koko=')).toEqual({ choices: { theme: 'digi' }, unknown: [] });
    expect(read('')).toEqual({ choices: {}, unknown: [] });
  });

  it('may be said in another language', () => {
    expect(read('tema=kasvu-sv&municipality=viken').choices).toEqual({ theme: 'kasvu', municipality: '996' });
    expect(read('aihe=digi-fi', 'sv').choices).toEqual({ theme: 'digi' });
  });

  it("is taken in the page's own language where a slug means different things", () => {
    expect(read('kunta=lahti', 'fi').choices).toEqual({ municipality: '996' });
    expect(read('kommun=lahti', 'sv').choices).toEqual({ municipality: '997' });
  });

  it('is the first known one where a facet is named twice', () => {
    expect(read('aihe=x&aihe=kasvu-fi&aihe=digi-fi')).toEqual({ choices: { theme: 'kasvu' }, unknown: [] });
  });

  it.each(['aihe=x', 'aihe=__proto__', 'aihe=constructor', 'aihe=%00', `aihe=${'x'.repeat(10_000)}`, 'aihe=Digi-fi'])(
    'is named as unknown when it is not on the map (%.20s)',
    (query) => {
      expect(read(`${query}&kunta=salmi`)).toEqual({ choices: { municipality: '997' }, unknown: ['theme'] });
    },
  );

  it('holds nothing that is no facet', () => {
    expect(read('utm_source=x&__proto__=y&toString=z')).toEqual({ choices: {}, unknown: [] });
  });
});

it('choices are said in one order, in the words of the language, and one can be left out', () => {
  const choices = { municipality: '997', theme: 'digi' };
  expect(choicesQuery(choices, maps.fi, 'fi')).toBe('aihe=digi-fi&kunta=salmi');
  expect(choicesQuery(choices, maps.sv, 'sv')).toBe('tema=digi-sv&kommun=lahti');
  expect(choicesQuery(choices, maps.fi, 'fi', 'theme')).toBe('kunta=salmi');
  expect(choicesQuery({}, maps.fi, 'fi')).toBe('');
  expect(choicesQuery({ theme: 'left-the-map' }, maps.fi, 'fi')).toBe('');
});

it('what was said is read back as it was', () => {
  for (const lang of ['fi', 'sv', 'en'] as const) {
    const choices = { theme: 'kasvu', municipality: '996' };
    expect(read(choicesQuery(choices, maps[lang], lang), lang)).toEqual({ choices, unknown: [] });
  }
});

it('choices have the keys of their values', () => {
  expect(namedChoices({ municipality: '997', theme: 'digi' }, maps.fi).map(({ key }) => key)).toEqual(['0.0', '1.1']);
});

it('a service is left when it has every key, as a whole and not as a part of one', () => {
  expect(hasAll(['0.1', '1.10'], ['0.1', '1.10'])).toBe(true);
  expect(hasAll(['0.1', '1.10'], ['1.1'])).toBe(false);
  expect(hasAll([], [])).toBe(true);
  expect(countHits([{ keys: ['0.0', '1.0'] }, { keys: ['0.0'] }, { keys: [] }], ['0.0'])).toBe(2);
});

it('the words that the cache tells apart are those of every facet in every language, each once', () => {
  expect(FACET_WORDS).toHaveLength(new Set(FACET_WORDS).size);
  expect(FACET_WORDS).toEqual(expect.arrayContaining(['aihe', 'tema', 'theme', 'tuottaja', 'producent', 'provider']));
});
