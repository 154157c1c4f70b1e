// Working hours: eight to four on working days, in which letters go and delays of surveys are counted.
import { addWorkingDays, isWorkingDay } from './calendar.ts';
import { helsinkiDate, helsinkiInstant } from './helsinki-time.ts';

const OPENS = '08:00';
const CLOSES = '16:00';
const HOUR_MS = 3_600_000;

/** From the first moment up to, but not with, the last. */
export interface MailHours {
  from: Date;
  to: Date;
}

export function hoursOf(date: string): MailHours {
  const [from, to] = [helsinkiInstant(date, OPENS), helsinkiInstant(date, CLOSES)];
  if (!from || !to) throw new RangeError(`no hours on ${date}`);
  return { from, to };
}

/** The moment from which so many working hours have passed at `at`: what happened by then has waited long enough. */
export function workingHoursBefore(at: Date, hours: number): Date {
  let left = hours * HOUR_MS;
  let date = helsinkiDate(at);
  if (!isWorkingDay(date)) date = addWorkingDays(date, -1);
  for (; ; date = addWorkingDays(date, -1)) {
    const { from, to } = hoursOf(date);
    const end = Math.min(at.getTime(), to.getTime());
    const worked = Math.max(0, end - from.getTime());
    if (left <= worked) return new Date(end - left);
    left -= worked;
  }
}
