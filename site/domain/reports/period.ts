// The months that a report is about, both ends included: a pair in the address, with a year back where there is none.
import { helsinkiDate } from '../helsinki-time.ts';

export interface Period {
  /** YYYY-MM, both. */
  from: string;
  to: string;
}

/** As many months back as can be asked about, this one included. */
export const MONTHS_BACK = 36;
const USUAL = 12;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** So many months later, or earlier. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Every month of the period, in order. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month);
  return months;
}

export const thisMonth = (now: Date): string => helsinkiDate(now).slice(0, 7);

/** The months that can be chosen, the newest first. */
export const monthsToChoose = (now: Date): string[] =>
  Array.from({ length: MONTHS_BACK }, (_, back) => monthAfter(thisMonth(now), -back));

/** What the address asks for; the other way round when its ends are swapped, and the last year where it makes no sense. */
export function askedPeriod(query: URLSearchParams, now: Date): Period {
  const known = (name: string) => {
    const month = query.get(name) ?? '';
    return MONTH.test(month) && monthsToChoose(now).includes(month) ? month : undefined;
  };
  const to = known('to') ?? thisMonth(now);
  const from = known('from') ?? monthAfter(to, 1 - USUAL);
  return from <= to ? { from, to } : { from: to, to: from };
}

/** As SQL wants it: the first day, and the first one after. */
export const daysOf = ({ from, to }: Period): { p_from: string; p_to: string } => ({
  p_from: `${from}-01`,
  p_to: `${monthAfter(to, 1)}-01`,
});
