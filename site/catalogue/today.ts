// The day of the build in Helsinki: what is stale, past or to come is told as of it, so the site is built at least daily.
import { helsinkiDate } from '#domain/helsinki-time.ts';

export const today = (): string => helsinkiDate(new Date());

/** The day `months` before another: the same day of that month, or its last one. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, last))).toISOString().slice(0, 10);
}
