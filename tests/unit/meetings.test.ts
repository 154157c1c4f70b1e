// When packs go out and what they are of: from the days of the meetings, whatever day it is.
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#domain/calendar.ts';
import { dateOf, dayNumber } from '#domain/holidays.ts';
import { meetingsDue, meetingsToCome, packDay, packPeriod } from '#domain/reports/meetings.ts';

describe('the day on which a pack is mailed', () => {
  it.each([
    // Thursday; the week before, a working day earlier.
    ['2026-12-10', '2026-12-02'],
    // A meeting on Independence Day, and one on a Sunday.
    ['2027-12-06', '2027-11-26'],
    ['2027-03-14', '2027-03-05'],
    // Seven days before lies in Christmas, and in Easter.
    ['2027-01-02', '2026-12-23'],
    ['2027-04-05', '2027-03-25'],
  ])('for a meeting on %s is %s', (meeting, day) => {
    expect(packDay(meeting)).toBe(day);
  });

  it('is a working day, seven days or more before, for every day of three years', () => {
    for (let day = dayNumber('2026-01-01'); day < dayNumber('2029-01-01'); day += 1) {
      const sent = packDay(dateOf(day));
      expect([isWorkingDay(sent), day - dayNumber(sent) >= 7, day - dayNumber(sent) <= 14]).toEqual([true, true, true]);
    }
  });
});

describe('the months of a pack', () => {
  const MEETINGS = ['2026-12-10', '2027-03-11', '2027-03-25', '2027-06-17'];
  it.each([
    // Mailed on the second, when only the answers of the month before last are figures.
    ['2026-12-10', '2026-08', '2026-10'],
    ['2027-03-11', '2026-11', '2027-01'],
    // Mailed on the 17th: February is there. No month is told of twice, and none is left out.
    ['2027-03-25', '2027-02', '2027-02'],
    ['2027-06-17', '2027-03', '2027-04'],
  ])('for %s are %s to %s', (meeting, from, to) => {
    expect(packPeriod(meeting, MEETINGS)).toEqual({ from, to });
  });

  it('two meetings close by have the same month, rather than none', () => {
    expect(packPeriod('2027-03-12', ['2027-03-11', '2027-03-12'])).toEqual({ from: '2027-01', to: '2027-01' });
  });
});

it('a pack is due from its day until the meeting, and not after', () => {
  const meetings = ['2026-12-10', '2027-03-11'];
  expect(meetingsDue('2026-12-01', meetings)).toEqual([]);
  expect(meetingsDue('2026-12-02', meetings)).toEqual(['2026-12-10']);
  expect(meetingsDue('2026-12-10', meetings)).toEqual(['2026-12-10']);
  expect(meetingsDue('2026-12-11', meetings)).toEqual([]);
});

it('meetings to come are told in order, today’s among them, and past ones are not', () => {
  expect(meetingsToCome('2026-12-10', ['2027-03-11', '2026-09-10', '2026-12-10'])).toEqual([
    '2026-12-10',
    '2027-03-11',
  ]);
  expect(meetingsToCome('2027-03-12', ['2027-03-11'])).toEqual([]);
});
