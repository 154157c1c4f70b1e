// Working days of one year by a list written by hand, and Helsinki's clock by the two nights in which it changes. Whoever checks
// the engine reckons with this and with nothing of the engine's own: days are numbers, times are minutes of a day.
const YEAR = 2027;

/** From the printed calendar of 2027, with the first days of 2028: weekdays on which nobody works. */
const OFF = [
  '2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25', '2027-12-06', '2027-12-24',
  '2028-01-06',
]; // biome-ignore format: a list as in a calendar

/** 28 March at three becomes four; 31 October at four becomes three. */
const SUMMER = { from: dayOf('2027-03-28'), to: dayOf('2027-10-31') };

/** The number of a day: 0 is 1 January 2027, a Friday. */
export function dayOf(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(YEAR, 0, 1)) / 86_400_000);
}
export const dateOfDay = (day: number): string => new Date(Date.UTC(YEAR, 0, 1 + day)).toISOString().slice(0, 10);

const off = new Set(OFF.map(dayOf));
/** 0 is Friday, 1 Saturday, 2 Sunday. */
export const isWorkday = (day: number): boolean => ![1, 2].includes(((day % 7) + 7) % 7) && !off.has(day);

/** The first working day after a day, or before it. */
export function nextWorkday(day: number, step: 1 | -1 = 1): number {
  let next = day + step;
  while (!isWorkday(next)) next += step;
  return next;
}

/** A moment on the wall in Helsinki. */
export interface Wall {
  day: number;
  minute: number;
}
export const isBefore = (a: Wall, b: Wall): boolean => a.day < b.day || (a.day === b.day && a.minute < b.minute);
export const later = (at: Wall, minutes: number): Wall => {
  const sum = at.minute + minutes;
  return { day: at.day + Math.floor(sum / 1440), minute: ((sum % 1440) + 1440) % 1440 };
};
/** Letters of the ladder go from eight to four. */
export const inMailHours = ({ day, minute }: Wall): boolean => isWorkday(day) && minute >= 480 && minute < 960;

export function utcOf({ day, minute }: Wall): Date {
  const changes = 4 * 60;
  const isSummer =
    (day > SUMMER.from || (day === SUMMER.from && minute >= changes)) &&
    (day < SUMMER.to || (day === SUMMER.to && minute < changes));
  return new Date(Date.UTC(YEAR, 0, 1 + day) + (minute - (isSummer ? 180 : 120)) * 60_000);
}
