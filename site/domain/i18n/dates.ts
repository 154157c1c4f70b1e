// Dates, times and durations as people write them in each language, always in Helsinki time.
import { helsinkiTime, TIME_ZONE as timeZone } from '../helsinki-time.ts';
import type { Language } from '../routes.ts';

/** long: with the weekday and, where that is natural, the month's name; short: for lists and tables. */
export type DateStyle = 'long' | 'short';

const LOCALE = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Language, string>;

type Part = DateStyle | 'weekday' | 'weekdayShort' | 'dayOfMonth';

const WEEKDAY = { weekday: { weekday: 'long' }, weekdayShort: { weekday: 'short' } } as const;

const PARTS: Record<Language, Record<Part, Intl.DateTimeFormatOptions>> = {
  // Finnish names no month: "maanantai 5.10.2026" needs no inflected form.
  fi: {
    long: { day: 'numeric', month: 'numeric', year: 'numeric' },
    short: { day: 'numeric', month: 'numeric', year: 'numeric' },
    dayOfMonth: { day: 'numeric', month: 'numeric' },
    ...WEEKDAY,
  },
  sv: {
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    short: { day: 'numeric', month: 'numeric', year: 'numeric' },
    dayOfMonth: { day: 'numeric', month: 'numeric' },
    ...WEEKDAY,
  },
  en: {
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    short: { day: 'numeric', month: 'short', year: 'numeric' },
    dayOfMonth: { day: 'numeric', month: 'short' },
    ...WEEKDAY,
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes many times as long as using it, so each is made once. */
function write(moment: Date, lang: Language, part: Part): string {
  const name = `${lang} ${part}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(LOCALE[lang], { ...PARTS[lang][part], timeZone });
  formats.set(name, format);
  return format.format(moment);
}

/**
 * A day: "maanantai 5.10.2026", "måndag 5 oktober 2026", "Monday 5 October 2026"; short "5.10.2026", "5.10.2026", "5 Oct 2026".
 * `at` is a moment (a Date or an ISO 8601 text with a time) or a day as YYYY-MM-DD.
 */
export function formatDate(at: Date | string, lang: Language, style: DateStyle): string {
  // Noon in UTC is the same day in Helsinki, summer and winter.
  const moment = new Date(isDay(at) ? `${at}T12:00:00Z` : at);
  const date = write(moment, lang, style);
  if (style === 'short') return date;
  // The weekday is asked for on its own: within a date Finnish would inflect it and English add a comma.
  return `${write(moment, lang, 'weekday')} ${date}`;
}

/** A day after "by": "keskiviikkona 25.11.2026" as Finnish inflects it; in the other languages the same as formatDate, long. */
export function formatDateBy(at: Date | string, lang: Language): string {
  const date = formatDate(at, lang, 'long');
  return lang === 'fi' ? date.replace(' ', 'na ') : date;
}

/** The same with the time: "keskiviikkona 25.11.2026 klo 14.05". */
export const formatDateTimeBy = (at: Date | string, lang: Language): string => {
  const moment = formatDateTime(at, lang);
  return lang === 'fi' ? moment.replace(' ', 'na ') : moment;
};

/** A day near by, in a list of days: "la 3.10.", "lö 3.10.", "Sat 3 Oct". */
export function formatDayOfWeek(date: string, lang: Language): string {
  const moment = new Date(`${date}T12:00:00Z`);
  return `${write(moment, lang, 'weekdayShort')} ${write(moment, lang, 'dayOfMonth')}`;
}

/** A time of day: "klo 14.05", "kl. 14.05", "14:05". */
export function formatTime(at: Date | string, lang: Language): string {
  if (isDay(at)) throw new RangeError(`a day has no time: ${at}`);
  const clock = helsinkiTime(new Date(at));
  return lang === 'en' ? clock : `${lang === 'fi' ? 'klo' : 'kl.'} ${clock.replace(/^0/, '').replace(':', '.')}`;
}

/** A day and a time: "maanantai 5.10.2026 klo 14.05", "måndag 5 oktober 2026 kl. 14.05", "Monday 5 October 2026 at 14:05". */
export const formatDateTime = (at: Date | string, lang: Language, style: DateStyle = 'long'): string =>
  `${formatDate(at, lang, style)} ${lang === 'en' ? 'at ' : ''}${formatTime(at, lang)}`;

const UNDER = { fi: 'alle', sv: 'under', en: 'under' } as const satisfies Record<Language, string>;

/** How long something took, in at most two units, rounded down: "20 min", "3 h 20 min", "2 pv 4 h", "2 dygn 4 h", "2 days 4 h". */
export function formatDuration(minutes: number, lang: Language): string {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`not a duration: ${minutes}`);
  if (minutes < 1) return `${UNDER[lang]} 1 min`;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = Math.floor(minutes % 60);
  const dayWord = { fi: 'pv', sv: 'dygn', en: days === 1 ? 'day' : 'days' }[lang];
  const parts =
    days > 0
      ? [[days, dayWord] as const, [hours, 'h'] as const]
      : ([
          [hours, 'h'],
          [rest, 'min'],
        ] as const);
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ');
}

const isDay = (at: Date | string): at is string => typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at);

/** A month given as YYYY-MM: "marraskuu 2026", "november 2026", "November 2026". */
export const formatMonth = (month: string, lang: Language): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { month: 'long', year: 'numeric', timeZone }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

/** A month, or the first and the last of several. */
export const formatMonths = ({ from, to }: { from: string; to: string }, lang: Language): string =>
  from === to ? formatMonth(from, lang) : `${formatMonth(from, lang)} – ${formatMonth(to, lang)}`;
