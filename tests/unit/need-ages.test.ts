// Ages of needs in working days: each group begins where one working day more has gone since the day of receipt.
import { expect, it } from 'vitest';
import { workingDaysBetween } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { AGES, ageBoundaries, ageGroups } from '#lib/desk/figures/need-ages.ts';

const DAY_MS = 86_400_000;

// A plain Thursday, a Sunday, Boxing Day, the day after the clocks went forward, Midsummer Day.
it.each(['2026-10-01', '2026-10-04', '2026-12-26', '2027-03-29', '2027-06-26'])(
  'on %s a need falls into the group of its working days',
  (today) => {
    const now = new Date(`${today}T09:00:00Z`);
    const boundaries = ageBoundaries(now);
    for (let back = 0; back < 60; back += 1) {
      const received = new Date(now.getTime() - back * DAY_MS);
      const days = workingDaysBetween(helsinkiDate(received), today);
      // As SQL's width_bucket counts.
      const bucket = boundaries.filter((boundary) => received >= boundary).length;
      const { from, to } = ageGroups()[AGES.length - 1 - bucket] as ReturnType<typeof ageGroups>[number];
      expect([from <= days, to === undefined || days <= to], `${back} days back, ${days} working days`).toEqual([
        true,
        true,
      ]);
    }
  },
);

it('moments come oldest first, as the database wants them', () => {
  const boundaries = ageBoundaries(new Date('2026-10-01T09:00:00Z')).map((at) => at.getTime());
  expect(boundaries).toEqual(boundaries.toSorted((a, b) => a - b));
});
