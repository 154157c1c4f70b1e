// Working days and due times: the published examples, midnight, and the weeks in which the clocks change.
import { describe, expect, it } from 'vitest';
import { addWorkingDays, daysOffBetween, nextDay, promiseDueAt, workingDaysBetween } from '#domain/calendar.ts';
import { endOfHelsinkiDay, helsinkiDate } from '#domain/helsinki-time.ts';
import { daysOf } from '../support/days-of.ts';

describe('working days', () => {
  it('are stepped over weekends and holidays, forwards and back', () => {
    expect(nextDay('2028-02-28')).toBe('2028-02-29');
    expect(nextDay('2026-12-31')).toBe('2027-01-01');
    expect(addWorkingDays('2026-10-02', 1)).toBe('2026-10-05');
    expect(addWorkingDays('2026-10-03', 0)).toBe('2026-10-03');
    expect(addWorkingDays('2026-12-28', -1)).toBe('2026-12-23');
    expect(addWorkingDays('2026-12-31', 253)).toBe('2027-12-31');
    expect(() => addWorkingDays('2026-10-05', 1.5)).toThrow(RangeError);
  });

  it('are counted after the first day and up to the last', () => {
    expect(workingDaysBetween('2026-10-01', '2026-10-05')).toBe(2);
    expect(workingDaysBetween('2026-10-05', '2026-10-05')).toBe(0);
    expect(workingDaysBetween('2026-10-06', '2026-10-05')).toBe(0);
    // 261 weekdays less eight holidays: New Year, Epiphany, Easter twice, Ascension, Midsummer Eve, Independence, Christmas Eve.
    expect(workingDaysBetween('2026-12-31', '2027-12-31')).toBe(253);
  });

  it('are counted as they are added, from any day of a year', () => {
    for (const date of daysOf(2027)) expect(workingDaysBetween(date, addWorkingDays(date, 7))).toBe(7);
  });
});

describe('the promise of two working days', () => {
  it.each([
    ['Thursday', '2026-10-01', '2026-10-05'],
    ['Friday', '2026-10-02', '2026-10-06'],
    ['Saturday', '2026-10-03', '2026-10-06'],
    ['Tuesday before Christmas', '2026-12-22', '2026-12-28'],
    ['Wednesday before Christmas', '2026-12-23', '2026-12-29'],
    ['Monday before Epiphany', '2027-01-04', '2027-01-07'],
    ['Wednesday before Easter', '2027-03-24', '2027-03-30'],
    ['Tuesday before Ascension', '2027-05-04', '2027-05-07'],
    ['Wednesday before Midsummer', '2027-06-23', '2027-06-28'],
  ])('given on a %s, %s, is due by the end of %s', (_, received, due) => {
    const firstMoment = new Date(endOfHelsinkiDay(received).getTime() - 86_400_000 + 1);
    for (const at of [firstMoment, new Date(`${received}T12:00:00Z`), endOfHelsinkiDay(received)]) {
      expect(promiseDueAt(at, 2)).toEqual(endOfHelsinkiDay(due));
    }
  });

  it.each([
    ['the last millisecond of Thursday, summer time', '2026-10-01T20:59:59.999Z', '2026-10-05T20:59:59.999Z'],
    ['the first of Friday, summer time', '2026-10-01T21:00:00.000Z', '2026-10-06T20:59:59.999Z'],
    ['the last millisecond of Thursday, winter time', '2026-11-12T21:59:59.999Z', '2026-11-16T21:59:59.999Z'],
    ['the first of Friday, winter time', '2026-11-12T22:00:00.000Z', '2026-11-17T21:59:59.999Z'],
    ['the week in which summer time begins', '2026-03-27T10:00:00.000Z', '2026-03-31T20:59:59.999Z'],
    ['the week in which it ends', '2026-10-23T10:00:00.000Z', '2026-10-27T21:59:59.999Z'],
    ['the hour that comes twice, first time', '2026-10-25T00:30:00.000Z', '2026-10-27T21:59:59.999Z'],
    ['the hour that comes twice, second time', '2026-10-25T01:30:00.000Z', '2026-10-27T21:59:59.999Z'],
    ['New Year, Helsinki being two hours into it', '2026-12-31T22:00:00.000Z', '2027-01-05T21:59:59.999Z'],
  ])('is due to the millisecond when received at %s', (_, received, due) => {
    expect(promiseDueAt(new Date(received), 2).toISOString()).toBe(due);
  });

  it('takes the number of days from the one who asks, and refuses one that is no promise', () => {
    const at = new Date('2026-10-01T10:00:00Z');
    expect(helsinkiDate(promiseDueAt(at, 1))).toBe('2026-10-02');
    expect(helsinkiDate(promiseDueAt(at, 10))).toBe('2026-10-15');
    for (const days of [0, -1, 1.5, Number.NaN]) expect(() => promiseDueAt(at, days)).toThrow(RangeError);
  });

  it('leaves the moment that it was given as it was', () => {
    const at = new Date('2026-10-01T10:00:00Z');
    promiseDueAt(at, 2);
    expect(at.toISOString()).toBe('2026-10-01T10:00:00.000Z');
  });

  it('tells which days off lie between', () => {
    const between = (received: string) => {
      const at = new Date(`${received}T10:00:00Z`);
      return daysOffBetween(at, promiseDueAt(at, 2)).map(({ date, reason }) => `${date} ${reason}`);
    };
    expect(between('2026-10-05')).toEqual([]);
    expect(between('2026-10-02')).toEqual(['2026-10-03 saturday', '2026-10-04 sunday']);
    expect(between('2026-10-03')).toEqual(['2026-10-04 sunday']);
    expect(between('2027-05-04')).toEqual(['2027-05-06 ascension']);
    expect(between('2027-03-24')).toEqual([
      '2027-03-26 good_friday',
      '2027-03-27 saturday',
      '2027-03-28 easter_sunday',
      '2027-03-29 easter_monday',
    ]);
    expect(between('2026-12-23')).toEqual([
      '2026-12-24 christmas_eve',
      '2026-12-25 christmas_day',
      '2026-12-26 boxing_day',
      '2026-12-27 sunday',
    ]);
  });
});
