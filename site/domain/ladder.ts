// The ladder of the promise: in which hours its letters may go, and which needs each step has come to at a moment.
import { addWorkingDays, isWorkingDay, nextDay } from './calendar.ts';
import { endOfHelsinkiDay, helsinkiDate, helsinkiInstant } from './helsinki-time.ts';
import { hoursOf, type MailHours } from './working-hours.ts';

export type { MailHours };

/** The mail hours that are not over at a moment: those of so many working days. */
export function mailHoursFrom(at: Date, days: number): MailHours[] {
  const hours: MailHours[] = [];
  for (let date = helsinkiDate(at); hours.length < days; date = nextDay(date)) {
    if (isWorkingDay(date) && hoursOf(date).to > at) hours.push(hoursOf(date));
  }
  return hours;
}

export const isMailTime = (at: Date): boolean => {
  const date = helsinkiDate(at);
  return isWorkingDay(date) && at >= hoursOf(date).from && at < hoursOf(date).to;
};

export interface Ladder {
  /** The working day on which it is walked, YYYY-MM-DD. */
  today: string;
  /** One working day before: what is due by the end of the next one is reminded of. */
  remindDueBy: Date;
  /** One working day after the due time was told of, the company hears: what was due before the last working day began. */
  tellDueBefore: Date;
}

/**
 * How far the ladder has come at a moment; undefined outside the mail hours, when nothing is walked. What is late is told
 * in the first mail hours after the due time, and so at eight of the next working day.
 */
export function ladderAt(now: Date): Ladder | undefined {
  if (!isMailTime(now)) return undefined;
  const today = helsinkiDate(now);
  const dayBefore = addWorkingDays(today, -1);
  return {
    today,
    remindDueBy: endOfHelsinkiDay(addWorkingDays(today, 1)),
    tellDueBefore: helsinkiInstant(dayBefore, '00:00') as Date,
  };
}
