// The code lists say which version they are, hold each code once, and name it in three languages.
import { describe, expect, it } from 'vitest';
import {
  CODE_LISTS,
  type CodeList,
  type CodeListName,
  codeLanguages,
  codesOf,
  codeText,
  codeUri,
} from '#domain/codes/code-lists.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { slugify } from '#domain/slugify.ts';

const names = Object.keys(CODE_LISTS) as CodeListName[];

describe.each(names)('%s', (name) => {
  const list: CodeList = CODE_LISTS[name];

  it('has a version and a date', () => {
    expect(list.version).toMatch(/\S/);
    expect(list.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
  it('holds each code once', () => {
    expect(new Set(codesOf(name)).size).toBe(list.codes.length);
  });
  // The ontology's publisher has named some of its terms in Finnish alone.
  it.each(name === 'ontologyTerms' ? ['fi' as const] : LANGUAGES)(
    'has a text of its own for each code in %s, and an address that no other has',
    (lang) => {
      const texts = list.codes.map((code) => code.name[lang]?.trim() ?? '');
      expect(texts.filter((text) => text.length < 3)).toEqual([]);
      expect(new Set(texts).size).toBe(texts.length);
      expect(new Set(texts.map(slugify)).size).toBe(texts.length);
    },
  );
});

it('gives a code its text and its address', () => {
  expect(codeText('targetGroups', 'KR2.6', 'sv')).toBe('Arbetsgivare');
  expect(codeUri('targetGroups', 'KR2.6')).toBe('http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR2.6');
  expect(codeUri('businessEvents', 'hiring')).toBeUndefined();
  const [export_, permits] = ['p11766', 'p91488'].map((number) => `http://www.yso.fi/onto/koko/${number}`) as [
    string,
    string,
  ];
  expect(codeUri('ontologyTerms', permits)).toBe(permits);
  expect([codeText('ontologyTerms', export_, 'sv'), codeLanguages('ontologyTerms', export_)]).toEqual([
    'exportfrämjande',
    ['fi', 'sv', 'en'],
  ]);
  expect([codeText('ontologyTerms', permits, 'sv'), codeLanguages('ontologyTerms', permits)]).toEqual([
    'työntekijöiden oleskeluluvat',
    ['fi'],
  ]);
});

it('makes an address of a name', () => {
  expect(slugify('Palkkaan ensimmäisen työntekijän')).toBe('palkkaan-ensimmaisen-tyontekijan');
  expect(slugify('2–9 työntekijää')).toBe('2-9-tyontekijaa');
});
