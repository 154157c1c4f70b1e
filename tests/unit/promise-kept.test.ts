// How well the promise was kept, as a service's page tells it: which figure is shown, and in which words.
import { expect, it } from 'vitest';
import { formatElapsed, formatShare } from '#domain/i18n/amounts.ts';
import type { PromiseFigure } from '#domain/open-data/promise-figures.ts';
import { keptByService } from '../../site/catalogue/promise-kept.ts';

const NONE = { needs: null, kept: null, share_kept: null, median_hours: null, p90_hours: null };
const SOME = { needs: 8, kept: 6, share_kept: 0.75, median_hours: 4, p90_hours: null };
const published = (...figures: PromiseFigure[]) => ({
  reckoned_at: '2026-11-23T08:00:00+00:00',
  working_days: 2,
  figures,
});
const year: PromiseFigure = { group: 'period', key: '365', ...SOME };

it('a service shows its own figure', () => {
  const own: PromiseFigure = { group: 'service', key: 'hitsaus', ...SOME, needs: 5 };
  expect(keptByService(published(year, own))('hitsaus')).toEqual({
    figure: own,
    own: true,
    reckonedAt: '2026-11-23T08:00:00+00:00',
  });
});

it('a service with too few needs shows the figure of the whole year, and says that it is not its own', () => {
  const other: PromiseFigure = { group: 'service', key: 'trukki', ...SOME };
  expect(keptByService(published(year, other))('hitsaus')).toMatchObject({ figure: year, own: false });
});

it('nothing is shown while the whole year has too few, and when nothing is published', () => {
  expect(keptByService(published({ group: 'period', key: '365', ...NONE }))('hitsaus')).toBeUndefined();
  expect(keptByService(null)('hitsaus')).toBeUndefined();
});

it.each([
  [0.4, 'fi', '0,4 tuntia'],
  [1.5, 'fi', '1,5 tuntia'],
  [12.4, 'fi', '12 tuntia'],
  [47.9, 'sv', '48 timmar'],
  [60, 'fi', '3 päivää'],
  [96, 'sv', '4 dygn'],
  [96, 'en', '4 days'],
] as const)('a wait of %d hours in %s is %s', (hours, lang, text) => {
  expect(formatElapsed(hours, lang).replaceAll('\u00a0', ' ')).toBe(text);
});

it('a share is a percentage as each language writes it', () => {
  expect([formatShare(0.934, 'fi'), formatShare(0.934, 'sv'), formatShare(1, 'en')]).toEqual([
    '93\u00a0%',
    '93\u00a0%',
    '100%',
  ]);
});
