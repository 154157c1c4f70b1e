// Working days and the due time of the promise, as the Act on computing statutory time limits (150/1930, §§ 2 and 5) reckons.
import { endOfHelsinkiDay, helsinkiDate } from './helsinki-time.ts';
import { type DayOff, dateOf, dayNumber, dayOffReason } from './holidays.ts';

/** True for Monday to Friday less public holidays, Christmas Eve and Midsummer Eve. `date` is YYYY-MM-DD, as everywhere here. */
export const isWorkingDay = (date: string): boolean => dayOffReason(date) === undefined;

export const nextDay = (date: string): string => dateOf(dayNumber(date) + 1);

/** The n-th working day after a date, which itself is not counted (§ 2); before it when n is negative, itself when n is 0. */
export function addWorkingDays(date: string, n: number): string {
  if (!Number.isInteger(n)) throw new RangeError(`not a number of days: ${n}`);
  const step = Math.sign(n);
  let day = dayNumber(date);
  for (let left = Math.abs(n); left > 0; ) {
    day += step;
    if (isWorkingDay(dateOf(day))) left -= 1;
  }
  return dateOf(day);
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not after `from`. */
export const workingDaysBetween = (from: string, to: string): number =>
  datesAfter(from, to).filter(isWorkingDay).length;

/** When a promise of `days` working days (1 or more) is due: 23:59:59.999 in Helsinki of the last of them. */
export function promiseDueAt(receivedAt: Date, days: number): Date {
  if (days < 1) throw new RangeError(`a promise is of one working day or more, not ${days}`);
  return endOfHelsinkiDay(addWorkingDays(helsinkiDate(receivedAt), days));
}

/** The days off after the day of receipt, up to the day that the promise is due: why the date is what it is. */
export function daysOffBetween(receivedAt: Date, dueAt: Date): { date: string; reason: DayOff }[] {
  return datesAfter(helsinkiDate(receivedAt), helsinkiDate(dueAt)).flatMap((date) => {
    const reason = dayOffReason(date);
    return reason ? [{ date, reason }] : [];
  });
}

/** Every date after `from`, up to and with `to`. */
function datesAfter(from: string, to: string): string[] {
  const first = dayNumber(from) + 1;
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) => dateOf(first + index));
}
