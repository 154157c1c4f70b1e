// Days off: every one of six years against printed calendars, and the years in which the reckoning of Easter is hard.
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#domain/calendar.ts';
import { dayOffReason } from '#domain/holidays.ts';
import { daysOf } from '../support/days-of.ts';

// Written from printed calendars, not from the rules: fixed days first, then those that move.
const FIXED = ['01-01', '01-06', '05-01', '12-06', '12-24', '12-25', '12-26'];
const FIXED_REASONS = [
  'new_year',
  'epiphany',
  'may_day',
  'independence_day',
  'christmas_eve',
  'christmas_day',
  'boxing_day',
];
const MOVING_REASONS = [
  'good_friday',
  'easter_sunday',
  'easter_monday',
  'ascension',
  'whit_sunday',
  'midsummer_eve',
  'midsummer_day',
  'all_saints',
];
const MOVING: Record<number, string[]> = {
  2025: ['04-18', '04-20', '04-21', '05-29', '06-08', '06-20', '06-21', '11-01'],
  2026: ['04-03', '04-05', '04-06', '05-14', '05-24', '06-19', '06-20', '10-31'],
  2027: ['03-26', '03-28', '03-29', '05-06', '05-16', '06-25', '06-26', '11-06'],
  2028: ['04-14', '04-16', '04-17', '05-25', '06-04', '06-23', '06-24', '11-04'],
  2029: ['03-30', '04-01', '04-02', '05-10', '05-20', '06-22', '06-23', '11-03'],
  2030: ['04-19', '04-21', '04-22', '05-30', '06-09', '06-21', '06-22', '11-02'],
};

describe('days off', () => {
  it.each(Object.keys(MOVING).map(Number))('are, in %i, the ones of the printed calendar and the weekends', (year) => {
    const expected = new Map<string, string>();
    for (const date of daysOf(year)) {
      const weekday = new Date(date).getUTCDay();
      if (weekday === 6) expected.set(date, 'saturday');
      if (weekday === 0) expected.set(date, 'sunday');
    }
    for (const [index, day] of FIXED.entries()) expected.set(`${year}-${day}`, FIXED_REASONS[index] ?? '');
    for (const [index, day] of (MOVING[year] ?? []).entries())
      expected.set(`${year}-${day}`, MOVING_REASONS[index] ?? '');
    const found = daysOf(year).flatMap((date) => [[date, dayOffReason(date)] as const].filter(([, reason]) => reason));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it.each([
    ['the earliest Easter', '1818-03-22'],
    ['the latest Easter', '2038-04-25'],
    ['an Easter where the algorithm corrects itself', '1954-04-18'],
    ['the other such Easter', '1981-04-19'],
    ['Easter of a century year that is a leap year', '2000-04-23'],
  ])('hold %s, %s', (_, date) => expect(dayOffReason(date)).toBe('easter_sunday'));

  it('hold one day of 2008 once, when Ascension fell on the first of May', () => {
    expect(dayOffReason('2008-05-01')).toBe('may_day');
  });

  it('leave out what people take for holidays but the Act does not', () => {
    for (const date of ['2026-04-02', '2026-04-30', '2026-12-23', '2026-12-31']) expect(isWorkingDay(date)).toBe(true);
  });

  it.each(['', '2026-02-30', '2026-13-01', '2026-1-1', '5.10.2026', '2026-10-05T10:00Z'])(
    'refuse %j as a date',
    (date) => {
      expect(() => dayOffReason(date)).toThrow(RangeError);
    },
  );
});
