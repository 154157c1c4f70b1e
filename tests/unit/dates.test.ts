// Dates, times and durations in the three languages.
import { describe, expect, it } from 'vitest';
import { formatDate, formatDateTime, formatDuration, formatTime } from '#domain/i18n/dates.ts';
import { LANGUAGES } from '#domain/routes.ts';

const inAll = <Answer>(ask: (lang: (typeof LANGUAGES)[number]) => Answer) => LANGUAGES.map(ask);

describe('a date', () => {
  it('is long with its weekday, in the natural form of each language', () => {
    const expected = ['maanantai 5.10.2026', 'måndag 5 oktober 2026', 'Monday 5 October 2026'];
    expect(inAll((lang) => formatDate('2026-10-05', lang, 'long'))).toEqual(expected);
    expect(inAll((lang) => formatDate(new Date('2026-10-05T20:59:59.999Z'), lang, 'long'))).toEqual(expected);
    expect(inAll((lang) => formatDate('2026-10-04T21:00:00+00:00', lang, 'long'))).toEqual(expected);
  });

  it('is short for lists', () => {
    expect(inAll((lang) => formatDate('2026-05-06', lang, 'short'))).toEqual(['6.5.2026', '6.5.2026', '6 May 2026']);
  });

  it('refuses what is none', () => {
    for (const at of ['', 'tomorrow', '2026-13-01', new Date(Number.NaN)]) {
      expect(() => formatDate(at, 'fi', 'long')).toThrow(RangeError);
    }
  });
});

describe('a time', () => {
  it('has a dot in Finnish and Swedish and a colon in English', () => {
    const at = new Date('2026-10-05T11:05:00Z');
    expect(inAll((lang) => formatTime(at, lang))).toEqual(['klo 14.05', 'kl. 14.05', '14:05']);
    expect(inAll((lang) => formatDateTime(at, lang))).toEqual([
      'maanantai 5.10.2026 klo 14.05',
      'måndag 5 oktober 2026 kl. 14.05',
      'Monday 5 October 2026 at 14:05',
    ]);
    expect(inAll((lang) => formatDateTime(at.toISOString(), lang, 'short'))).toEqual([
      '5.10.2026 klo 14.05',
      '5.10.2026 kl. 14.05',
      '5 Oct 2026 at 14:05',
    ]);
  });

  it('is Helsinki time, winter and summer, midnight included', () => {
    expect(inAll((lang) => formatTime('2026-01-05T22:00:00Z', lang))).toEqual(['klo 0.00', 'kl. 0.00', '00:00']);
    expect(inAll((lang) => formatTime('2026-07-05T06:03:59Z', lang))).toEqual(['klo 9.03', 'kl. 9.03', '09:03']);
  });

  it('is not made up for a mere day', () => {
    expect(() => formatDateTime('2026-10-05', 'fi')).toThrow(RangeError);
  });
});

describe('a duration', () => {
  it.each([
    [0, ['alle 1 min', 'under 1 min', 'under 1 min']],
    [1, ['1 min', '1 min', '1 min']],
    [59.9, ['59 min', '59 min', '59 min']],
    [60, ['1 h', '1 h', '1 h']],
    [200, ['3 h 20 min', '3 h 20 min', '3 h 20 min']],
    [1439, ['23 h 59 min', '23 h 59 min', '23 h 59 min']],
    [1440, ['1 pv', '1 dygn', '1 day']],
    [3120, ['2 pv 4 h', '2 dygn 4 h', '2 days 4 h']],
    [3179, ['2 pv 4 h', '2 dygn 4 h', '2 days 4 h']],
  ])('of %d minutes is told in at most two units', (minutes, expected) => {
    expect(inAll((lang) => formatDuration(minutes, lang))).toEqual(expected);
  });

  it('is never negative or unknown', () => {
    for (const minutes of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => formatDuration(minutes, 'fi')).toThrow(RangeError);
    }
  });
});
