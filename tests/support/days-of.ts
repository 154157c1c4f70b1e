// Every date of a year, as YYYY-MM-DD.
import { dateOf, dayNumber } from '#domain/holidays.ts';

export function daysOf(year: number): string[] {
  const first = dayNumber(`${year}-01-01`);
  return Array.from({ length: dayNumber(`${year + 1}-01-01`) - first }, (_, index) => dateOf(first + index));
}
