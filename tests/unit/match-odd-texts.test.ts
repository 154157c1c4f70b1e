// Own words find the service: texts that nobody should write and somebody will.
import { describe, expect, it } from 'vitest';
import { createMatcher, isSure } from '#domain/match.ts';
import { MATCH_SERVICES } from '../support/match-services.ts';

const fi = createMatcher(MATCH_SERVICES.fi, 'fi');
const first = (text: string) => fi(text, 1)[0]?.slug;

describe('odd texts', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['emoji alone', '🔥🚜💸'],
    ['signs alone', '<>&"\'--:::…'],
  ])('find nothing when %s', (_, text) => {
    expect(fi(text, 5)).toEqual([]);
    expect(isSure(fi(text, 5))).toBe(false);
  });

  it('of one letter are not sure', () => {
    expect(isSure(fi('a', 5))).toBe(false);
  });

  it('of greetings are not sure', () => {
    for (const text of ['hei', 'Hej!', 'hello there']) expect(isSure(fi(text, 5))).toBe(false);
  });

  it('with emoji are read around them', () => {
    expect(first('trukki🚜kortti')).toBe('trukki');
  });

  it('with HTML are plain words: tags come into no reason with their brackets', () => {
    const [match] = fi('<script>alert("trukki")</script><b>trukkikortti</b>', 1);
    expect(match?.slug).toBe('trukki');
    expect(match?.why.join('')).not.toMatch(/[<>"]/);
  });

  it('with accents written apart are the same as with accents written together', () => {
    const text = 'hätä: sähkölasku';
    const scores = (written: string) => fi(written, 3).map(({ slug, score }) => [slug, score]);
    expect(scores(text.normalize('NFD'))).toEqual(scores(text.normalize('NFC')));
  });

  it('of 5,000 letters cost no more than their length says', () => {
    const story =
      'Tilaukset loppuivat kesällä ja väki jouduttiin lomauttamaan, kone seisoo eikä raha riitä palkkoihin. ';
    const distinct = Array.from({ length: 500 }, (_, n) => `sana${n}tuotanto`)
      .join(' ')
      .slice(0, 5000);
    const msFor = (text: string): number => {
      const times = Array.from({ length: 15 }, () => {
        const began = performance.now();
        fi(text, 5);
        return performance.now() - began;
      });
      return Math.min(...times);
    };
    msFor(story);
    // Fifty times the text, all of it new words: at most a few times the straight line.
    expect(msFor(distinct)).toBeLessThan(msFor(story) * 50 * 4);
    expect(first(story.repeat(50).slice(0, 5000))).toBe(first(story));
  });
});
