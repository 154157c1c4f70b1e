// Worked examples of the promise, reckoned by the code that reckons each need's own date.
import { daysOffBetween, promiseDueAt } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import type { DayOff } from '#domain/holidays.ts';

export type PromiseExample = { sent: string; due: string; daysOff: DayOff[] };

/** Days that show the rule: plain weeks, a weekend, Christmas, Epiphany, Easter, Ascension, Midsummer. */
export const EXAMPLE_DAYS = [
  '2026-10-01',
  '2026-10-02',
  '2026-10-03',
  '2026-12-22',
  '2026-12-23',
  '2027-01-04',
  '2027-03-24',
  '2027-05-04',
  '2027-06-23',
] as const;

/** A plain Thursday: the shortest example that has a weekend in it. */
export const PLAIN_THURSDAY = '2026-10-01';

export function promiseExample(sent: string, days: number): PromiseExample {
  const receivedAt = new Date(`${sent}T09:00:00Z`);
  const dueAt = promiseDueAt(receivedAt, days);
  return { sent, due: helsinkiDate(dueAt), daysOff: daysOffBetween(receivedAt, dueAt).map(({ reason }) => reason) };
}
