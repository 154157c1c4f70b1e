// Ages of needs in working days, as the promise counts them: the day of receipt is not counted.
import { addWorkingDays, nextDay } from '#domain/calendar.ts';
import { helsinkiDate, helsinkiInstant } from '#domain/helsinki-time.ts';

/** The fewest working days of each group, youngest first; the last one has no end. */
export const AGES = [0, 1, 2, 3, 6, 11, 21] as const;

/** Moments for SQL, oldest first: what came in before the first is of the oldest group, after the last of the youngest. */
export function ageBoundaries(now: Date): Date[] {
  const tomorrow = nextDay(helsinkiDate(now));
  return AGES.slice(1)
    .toReversed()
    .map((days) => {
      // What came in before the n-th working day back, today being the first, has had n of them.
      const at = helsinkiInstant(addWorkingDays(tomorrow, -days), '00:00');
      if (!at) throw new Error('a day without a midnight');
      return at;
    });
}

/** A group in figures: "0", "3–5"; the last one by its fewest days less one, for "over 20". */
export const ageGroups = (): { from: number; to: number | undefined }[] =>
  AGES.map((from, place) => ({
    from,
    to: AGES[place + 1] === undefined ? undefined : (AGES[place + 1] as number) - 1,
  }));
