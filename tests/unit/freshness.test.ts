// Months as people count them: the same day of another month, or its last one.
import { expect, it } from 'vitest';
import { addMonths } from '#domain/freshness.ts';

it.each([
  ['2026-11-22', -6, '2026-05-22'],
  ['2026-08-31', -6, '2026-02-28'],
  ['2027-03-01', -6, '2026-09-01'],
  ['2026-11-23', -7, '2026-04-23'],
  ['2026-12-31', -7, '2026-05-31'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-11-23', 6, '2027-05-23'],
])('%s and %i months is %s', (date, months, other) => {
  expect(addMonths(date, months)).toBe(other);
});
