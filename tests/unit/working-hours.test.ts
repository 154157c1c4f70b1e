// Working hours back from a moment: eight to four on working days, over nights, weekends, days off and both changes of the clock.
import { expect, it } from 'vitest';
import { workingHoursBefore } from '#domain/working-hours.ts';

it.each([
  ['within a day', '2026-10-01T12:00+03:00', 3, '2026-10-01T09:00+03:00'],
  ['none', '2026-10-01T12:00+03:00', 0, '2026-10-01T12:00+03:00'],
  ['a part of an hour', '2026-10-01T12:00+03:00', 0.5, '2026-10-01T11:30+03:00'],
  ['to the opening, and no further', '2026-10-01T11:00+03:00', 3, '2026-10-01T08:00+03:00'],
  ['over the night', '2026-10-01T09:00+03:00', 3, '2026-09-30T14:00+03:00'],
  ['before opening, from the day before', '2026-10-01T07:00+03:00', 3, '2026-09-30T13:00+03:00'],
  ['at opening', '2026-10-01T08:00+03:00', 1, '2026-09-30T15:00+03:00'],
  ['after closing', '2026-10-01T22:00+03:00', 3, '2026-10-01T13:00+03:00'],
  ['over a weekend', '2026-10-05T09:00+03:00', 3, '2026-10-02T14:00+03:00'],
  ['on a Saturday', '2026-10-03T12:00+03:00', 3, '2026-10-02T13:00+03:00'],
  ['on a Sunday night', '2026-10-04T23:59+03:00', 8, '2026-10-02T08:00+03:00'],
  ['over Independence Day, a Sunday', '2026-12-07T09:00+02:00', 2, '2026-12-04T15:00+02:00'],
  ['over Christmas Eve and Christmas', '2026-12-28T09:00+02:00', 2, '2026-12-23T15:00+02:00'],
  ['over Midsummer', '2026-06-22T09:00+03:00', 2, '2026-06-18T15:00+03:00'],
  ['over Easter', '2027-03-30T10:00+03:00', 4, '2027-03-25T14:00+02:00'],
  ['over the end of summer time', '2026-10-26T09:00+02:00', 2, '2026-10-23T15:00+03:00'],
  ['over the beginning of summer time', '2026-03-30T09:00+03:00', 2, '2026-03-27T15:00+02:00'],
  ['ten days', '2026-10-15T12:00+03:00', 80, '2026-10-01T12:00+03:00'],
])('%s', (_, at, hours, before) => {
  expect(workingHoursBefore(new Date(at), hours).toISOString()).toBe(new Date(before).toISOString());
});

it('what has waited so long goes on having waited: a later moment never asks for an earlier one', () => {
  const start = Date.parse('2026-10-22T00:00+03:00');
  const asked = Array.from({ length: 6 * 24 * 4 }, (_, quarter) =>
    workingHoursBefore(new Date(start + quarter * 900_000), 3).getTime(),
  );
  expect(asked).toEqual(asked.toSorted((a, b) => a - b));
});
