// For how long what a provider confirmed counts as fresh. When its contact is asked again stands in SQL: after six months.

/** What was checked today is to be checked again by then. */
export const FRESH_FOR_MONTHS = 6;
/** Six months until the letter goes, and one to answer it: who answers is never labelled. */
export const LABELLED_AFTER_MONTHS = 7;

/** The day `months` after another, before it when negative: the same day of that month, or its last one. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
