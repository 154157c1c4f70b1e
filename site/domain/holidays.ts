// Days off in Finland by rule, for any year: those on which a statutory time limit does not end (Act 150/1930, § 5).
// By rule and not from a feed or a table: the promise must be reckoned when the network is down and in ten years' time.

/** Why a day is not a working day. Named days win over Saturday and Sunday. */
export type DayOff =
  | 'saturday'
  | 'sunday'
  | 'new_year'
  | 'epiphany'
  | 'good_friday'
  | 'easter_sunday'
  | 'easter_monday'
  | 'may_day'
  | 'ascension'
  | 'whit_sunday'
  | 'midsummer_eve'
  | 'midsummer_day'
  | 'all_saints'
  | 'independence_day'
  | 'christmas_eve'
  | 'christmas_day'
  | 'boxing_day';

const DAY_MS = 86_400_000;
const SATURDAY = 6;

/** Days with the same date every year, by MM-DD. */
const FIXED: Readonly<Record<string, DayOff>> = {
  '01-01': 'new_year',
  '01-06': 'epiphany',
  '05-01': 'may_day',
  '12-06': 'independence_day',
  '12-24': 'christmas_eve',
  '12-25': 'christmas_day',
  '12-26': 'boxing_day',
};

/** Days that follow Easter Sunday, by their distance from it in days. */
const BY_EASTER: Readonly<Record<number, DayOff>> = {
  [-2]: 'good_friday',
  0: 'easter_sunday',
  1: 'easter_monday',
  39: 'ascension',
  49: 'whit_sunday',
};

/** Why a day, given as YYYY-MM-DD, is off; undefined for a working day. Throws RangeError for what is not a date. */
export function dayOffReason(date: string): DayOff | undefined {
  const day = dayNumber(date);
  const weekday = weekdayOf(day);
  const fromMonth = date.slice(5);
  return (
    FIXED[fromMonth] ??
    BY_EASTER[day - easterSunday(Number(date.slice(0, 4)))] ??
    // Midsummer Day is the Saturday of 20–26 June, its eve the Friday before; All Saints' is that of 31 October–6 November.
    (weekday === SATURDAY && fromMonth >= '06-20' && fromMonth <= '06-26' ? 'midsummer_day' : undefined) ??
    (weekday === SATURDAY - 1 && fromMonth >= '06-19' && fromMonth <= '06-25' ? 'midsummer_eve' : undefined) ??
    (weekday === SATURDAY && fromMonth >= '10-31' && fromMonth <= '11-06' ? 'all_saints' : undefined) ??
    (weekday === SATURDAY ? 'saturday' : weekday === 0 ? 'sunday' : undefined)
  );
}

/** Days since 1970-01-01 of a date given as YYYY-MM-DD. Throws RangeError for what is not a date, 2026-02-30 included. */
export function dayNumber(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(at) || dateOf(at / DAY_MS) !== date) {
    throw new RangeError(`not a date: ${date}`);
  }
  return at / DAY_MS;
}

/** The date, YYYY-MM-DD, of a number of days since 1970-01-01. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 0 is Sunday, 6 is Saturday, as in Date. */
const weekdayOf = (day: number): number => new Date(day * DAY_MS).getUTCDay();

/** Easter Sunday of a year as days since 1970-01-01: the anonymous Gregorian algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  // Counted from 22 March, the earliest Easter there is.
  return Date.UTC(year, 2, 22 + epact + toSunday - 7 * late) / DAY_MS;
}
