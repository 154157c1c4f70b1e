// The ladder of the promise: its mail hours, and the first moment of each step for the published examples of due days.
import { describe, expect, it } from 'vitest';
import { isWorkingDay, promiseDueAt } from '#domain/calendar.ts';
import { endOfHelsinkiDay, helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import { isMailTime, ladderAt, mailHoursFrom } from '#domain/ladder.ts';
import { daysOf } from '../support/days-of.ts';

const at = (text: string) => new Date(text);

describe('mail hours', () => {
  it.each([
    ['a minute before eight, summer time', '2026-10-01T04:59:59.999Z', false],
    ['eight, summer time', '2026-10-01T05:00:00.000Z', true],
    ['just before four', '2026-10-01T12:59:59.999Z', true],
    ['four', '2026-10-01T13:00:00.000Z', false],
    ['eight by summer time on the Monday after it ended', '2026-10-26T05:00:00.000Z', false],
    ['eight, winter time', '2026-10-26T06:00:00.000Z', true],
    ['eight on the Monday after summer time began', '2026-03-30T05:00:00.000Z', true],
    ['noon of a Saturday', '2026-10-03T09:00:00.000Z', false],
    ['noon of Midsummer Eve', '2026-06-19T09:00:00.000Z', false],
    ['noon of Christmas Eve', '2026-12-24T10:00:00.000Z', false],
    ['noon of Epiphany', '2027-01-06T10:00:00.000Z', false],
  ])('%s', (_, moment, open) => expect(isMailTime(at(moment))).toBe(open));

  it('that are not over are given for as many working days as are asked for', () => {
    const text = (moment: string, days: number) =>
      mailHoursFrom(at(moment), days).map(({ from, to }) => `${from.toISOString()} ${to.toISOString()}`);
    expect(text('2026-10-23T10:00:00Z', 2)).toEqual([
      '2026-10-23T05:00:00.000Z 2026-10-23T13:00:00.000Z',
      '2026-10-26T06:00:00.000Z 2026-10-26T14:00:00.000Z',
    ]);
    expect(text('2026-12-23T14:00:00Z', 2)).toEqual([
      '2026-12-28T06:00:00.000Z 2026-12-28T14:00:00.000Z',
      '2026-12-29T06:00:00.000Z 2026-12-29T14:00:00.000Z',
    ]);
    expect(text('2026-10-01T00:00:00Z', 1)).toEqual(['2026-10-01T05:00:00.000Z 2026-10-01T13:00:00.000Z']);
  });
});

/** The first moment, looked for each ten minutes, at which a step has come to a need. */
function firstMoments(receivedAt: Date, dueAt: Date) {
  const found: Partial<Record<'remind' | 'escalate' | 'tell', string>> = {};
  for (let now = receivedAt.getTime(); !found.tell; now += 600_000) {
    const moment = new Date(now);
    const ladder = ladderAt(moment);
    if (!ladder) continue;
    const text = `${helsinkiDate(moment)} ${helsinkiTime(moment)}`;
    if (dueAt <= ladder.remindDueBy) found.remind ??= text;
    if (dueAt < moment) found.escalate ??= text;
    if (dueAt < ladder.tellDueBefore) found.tell ??= text;
  }
  return found;
}

describe('the steps of a need', () => {
  it.each([
    ['2026-10-01', '2026-10-02 08:00', '2026-10-06 08:00', '2026-10-07 08:00'],
    ['2026-10-02', '2026-10-05 08:00', '2026-10-07 08:00', '2026-10-08 08:00'],
    ['2026-10-03', '2026-10-05 08:00', '2026-10-07 08:00', '2026-10-08 08:00'],
    ['2026-12-22', '2026-12-23 08:00', '2026-12-29 08:00', '2026-12-30 08:00'],
    ['2026-12-23', '2026-12-28 08:00', '2026-12-30 08:00', '2026-12-31 08:00'],
    ['2027-01-04', '2027-01-05 08:00', '2027-01-08 08:00', '2027-01-11 08:00'],
    ['2027-03-24', '2027-03-25 08:00', '2027-03-31 08:00', '2027-04-01 08:00'],
    ['2027-05-04', '2027-05-05 08:00', '2027-05-10 08:00', '2027-05-11 08:00'],
    ['2027-06-23', '2027-06-24 08:00', '2027-06-29 08:00', '2027-06-30 08:00'],
    // The weekends in which the clocks change.
    ['2026-10-22', '2026-10-23 08:00', '2026-10-27 08:00', '2026-10-28 08:00'],
    ['2027-03-25', '2027-03-30 08:00', '2027-04-01 08:00', '2027-04-02 08:00'],
  ])('received on %s: a reminder at %s, late at %s, the company at %s', (received, remind, escalate, tell) => {
    const noon = at(`${received}T10:00:00Z`);
    expect(firstMoments(noon, promiseDueAt(noon, 2))).toEqual({ remind, escalate, tell });
  });

  it('of a promise of one working day: the reminder waits for the first mail hours after receipt', () => {
    const onSaturday = at('2026-10-03T10:00:00Z');
    expect(firstMoments(onSaturday, promiseDueAt(onSaturday, 1)).remind).toBe('2026-10-05 08:00');
    const inTheMorning = at('2026-10-01T07:00:00Z');
    expect(firstMoments(inTheMorning, promiseDueAt(inTheMorning, 1)).remind).toBe('2026-10-01 10:00');
  });

  it('are each a working day after the other, whatever day of a year a need is due', () => {
    const workdays = daysOf(2027).filter(isWorkingDay);
    for (const [place, due] of workdays.entries()) {
      const [before, after, later] = [workdays[place - 1], workdays[place + 1], workdays[place + 2]];
      if (!before || !after || !later) continue;
      const dueAt = endOfHelsinkiDay(due);
      const eight = (date: string) => ladderAt(new Date(endOfHelsinkiDay(date).getTime() - 14 * 3_600_000));
      expect(dueAt <= (eight(before)?.remindDueBy ?? 0)).toBe(true);
      expect(dueAt < (eight(after)?.tellDueBefore ?? 0)).toBe(false);
      expect(dueAt < (eight(later)?.tellDueBefore ?? 0)).toBe(true);
    }
  });
});
