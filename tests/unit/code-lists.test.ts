// The code lists say which version they are, hold each code once, and name it in three languages.
import { describe, expect, it } from 'vitest';
import { CODE_LISTS, type CodeList, type CodeListName, codesOf, codeText, codeUri } from '#domain/codes/code-lists.ts';
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
  it.each(LANGUAGES)('has a text of its own for each code in %s, and an address that no other has', (lang) => {
    const texts = list.codes.map((code) => code.name[lang].trim());
    expect(texts.filter((text) => text.length < 3)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(new Set(texts.map(slugify)).size).toBe(texts.length);
  });
});

it('gives a code its text and its address', () => {
  expect(codeText('targetGroups', 'KR2.6', 'sv')).toBe('Arbetsgivare');
  expect(codeUri('targetGroups', 'KR2.6')).toBe('http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/KR2.6');
  expect(codeUri('businessEvents', 'hiring')).toBeUndefined();
});

it('makes an address of a name', () => {
  expect(slugify('Palkkaan ensimmäisen työntekijän')).toBe('palkkaan-ensimmaisen-tyontekijan');
  expect(slugify('2–9 työntekijää')).toBe('2-9-tyontekijaa');
});
