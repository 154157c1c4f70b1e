// What has become old by a day: it breaks nothing, but the site says so, editors have it on their list, and providers are asked.

/** What was checked today is to be checked again by then. When a provider's contact is asked again stands in SQL. */
export const FRESH_FOR_MONTHS = 6;
/** Six months until the letter goes, and one to answer it: who answers is never labelled. */
const LABELLED_AFTER_MONTHS = 7;

/** A service that should have been checked again by now. */
export const isStale = (nextCheck: string, today: string): boolean => nextCheck < today;

/** A provider that has left its texts unconfirmed for too long. */
export const isUnconfirmed = (confirmed: string, today: string): boolean =>
  confirmed < addMonths(today, -LABELLED_AFTER_MONTHS);

/** An event or an alert whose last day, or last moment, lies on a day before. */
export const isOver = (last: string, today: string): boolean => last.slice(0, 10) < today;

/** The day `months` after another, before it when negative: the same day of that month, or its last one. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
