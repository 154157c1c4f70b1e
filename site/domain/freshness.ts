// What has become old by a day: it breaks nothing, but the site says so and editors have it on their list.

/** Each provider is asked every half year whether its texts are still right. */
const CONFIRMED_FOR_MONTHS = 6;

/** A service that should have been checked again by now. */
export const isStale = (nextCheck: string, today: string): boolean => nextCheck < today;

/** A provider that has left its texts unconfirmed for too long. */
export const isUnconfirmed = (confirmed: string, today: string): boolean =>
  confirmed < monthsBefore(today, CONFIRMED_FOR_MONTHS);

/** An event or an alert whose last day, or last moment, lies on a day before. */
export const isOver = (last: string, today: string): boolean => last.slice(0, 10) < today;

/** The day `months` before another: the same day of that month, or its last one. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}
