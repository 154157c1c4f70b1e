// Where long words of headings may be broken.
import { expect, it } from 'vitest';
import { softHyphens } from '../../site/catalogue/soft-hyphens.ts';

const shown = (text: string, lang: 'fi' | 'sv' | 'en') => softHyphens(text, lang, 12).replaceAll('\u00ad', '-');

it('Finnish words may be broken between syllables, and not near their ends', () => {
  expect(shown('Kansainvälistyminen alkaa', 'fi')).toBe('Kansain-vä-lis-ty-minen alkaa');
});

it('Swedish words are broken before an ending alone, never inside a part of a compound', () => {
  expect(shown('Internationalisering', 'sv')).toBe('Internationali-sering');
  expect(shown('Kompetenskartläggning', 'sv')).toBe('Kompetenskartlägg-ning');
  expect(shown('arbetsplatsen', 'sv')).toBe('arbetsplatsen');
});

it('English is left to the browser', () => {
  expect(shown('Internationalisation', 'en')).toBe('Internationalisation');
});
