// Moments as Helsinki's calendar and clock show them, through Intl: daylight saving time is the time zone database's business, not ours.
export const TIME_ZONE = 'Europe/Helsinki';

// The Swedish locale writes dates as ISO 8601 does: 2026-10-05 14:05:09.
const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The day in Helsinki at a moment, as YYYY-MM-DD. */
export const helsinkiDate = (at: Date): string => WALL_CLOCK.format(at).slice(0, 10);

/** The time of day in Helsinki at a moment, as HH:MM, 00:00 to 23:59. */
export const helsinkiTime = (at: Date): string => WALL_CLOCK.format(at).slice(11, 16);

/** The last millisecond, 23:59:59.999 in Helsinki, of a day given as YYYY-MM-DD. */
export function endOfHelsinkiDay(date: string): Date {
  const wall = Date.parse(`${date}T23:59:59.999Z`);
  // The clocks change at three or four in the morning, so an offset read within three hours after midnight still holds.
  return new Date(wall - aheadOfUtc(wall));
}

/** The moment of a day (YYYY-MM-DD) and a clock time (HH:MM) in Helsinki; undefined when there is no such day or time. */
export function helsinkiInstant(date: string, time: string): Date | undefined {
  // Years that no form means, as 0001 and 9999, have no moment that the clock below can show.
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return undefined;
  const wall = Date.parse(`${date}T${time}:00.000Z`);
  if (Number.isNaN(wall)) return undefined;
  // The offset before the guess and after it differ in the hours around a change of clocks: read it twice.
  const guess = wall - aheadOfUtc(wall);
  const at = new Date(wall - aheadOfUtc(guess));
  return helsinkiDate(at) === date && helsinkiTime(at) === time ? at : undefined;
}

/** By how many milliseconds Helsinki's clock is ahead of UTC at a moment. */
function aheadOfUtc(at: number): number {
  const wholeSecond = Math.floor(at / 1000) * 1000;
  return Date.parse(`${WALL_CLOCK.format(wholeSecond).replace(' ', 'T')}Z`) - wholeSecond;
}
