// Helsinki's calendar and clock: midnight, and the days on which the clocks change.
import { describe, expect, it } from 'vitest';
import { nextDay } from '#domain/calendar.ts';
import { endOfHelsinkiDay, helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import { daysOf } from '../support/days-of.ts';

describe("Helsinki's clock", () => {
  it.each([
    ['2026-07-01T20:59:59.999Z', '2026-07-01', '23:59'],
    ['2026-07-01T21:00:00.000Z', '2026-07-02', '00:00'],
    ['2026-01-01T21:59:59.999Z', '2026-01-01', '23:59'],
    ['2026-01-01T22:00:00.000Z', '2026-01-02', '00:00'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29', '02:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '04:00'],
    ['2026-10-25T00:59:59.999Z', '2026-10-25', '03:59'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '03:00'],
  ])('shows %s as %s %s', (at, date, time) => {
    expect([helsinkiDate(new Date(at)), helsinkiTime(new Date(at))]).toEqual([date, time]);
  });

  it('ends every day of a year one millisecond before the next begins, also when the clocks change', () => {
    const days = daysOf(2026);
    for (const date of days) {
      const end = endOfHelsinkiDay(date);
      expect(helsinkiDate(end)).toBe(date);
      expect(helsinkiDate(new Date(end.getTime() + 1))).toBe(nextDay(date));
    }
    const hours = days.map(
      (date) => (Number(endOfHelsinkiDay(nextDay(date))) - Number(endOfHelsinkiDay(date))) / 3_600_000,
    );
    expect(hours.filter((length) => length !== 24)).toEqual([23, 25]);
  });
});
