// The months of a report, as the address asks for them.
import { expect, it } from 'vitest';
import { askedPeriod, daysOf, monthAfter, monthsOf } from '#domain/reports/period.ts';

// Two in the morning in Helsinki: the month there is the next one already.
const NOW = new Date('2026-11-30T23:30:00Z');
const asked = (query: string) => askedPeriod(new URLSearchParams(query), NOW);

it.each([
  ['', '2026-01', '2026-12'],
  ['from=2026-03&to=2026-05', '2026-03', '2026-05'],
  ['from=2026-05&to=2026-03', '2026-03', '2026-05'],
  ['to=2026-06', '2025-07', '2026-06'],
  ['from=2026-13&to=nonsense', '2026-01', '2026-12'],
  ['from=2019-01&to=2027-01', '2026-01', '2026-12'],
])('?%s is %s to %s', (query, from, to) => {
  expect(asked(query)).toEqual({ from, to });
});

it('months are counted over the ends of years, and SQL gets the day after', () => {
  expect(monthsOf({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(daysOf({ from: '2026-11', to: '2026-12' })).toEqual({ p_from: '2026-11-01', p_to: '2027-01-01' });
});
