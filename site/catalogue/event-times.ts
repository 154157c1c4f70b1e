// An event's times: as moments, for calendars, and in words, for people.
import { helsinkiInstant } from '#domain/helsinki-time.ts';
import { formatDate, formatTime } from '#domain/i18n/dates.ts';
import type { Language } from '#domain/routes.ts';

type Times = { starts: string; ends: string };

/** The moment of 2027-01-20T09:00 on Helsinki's clocks. */
function momentOf(local: string): Date {
  const at = helsinkiInstant(local.slice(0, 10), local.slice(11, 16));
  if (!at) throw new Error(`Helsinki's clocks never show ${local}`);
  return at;
}

export const eventMoments = ({ starts, ends }: Times) => ({ starts: momentOf(starts), ends: momentOf(ends) });

/** “torstai 14.1.2027 klo 16.30–18.30”; an event over several days has both dates. */
export function eventTimeText(event: Times, lang: Language): string {
  const { starts, ends } = eventMoments(event);
  const day = formatDate(starts, lang, 'long');
  const from = formatTime(starts, lang);
  const to = formatTime(ends, lang);
  const isOneDay = event.starts.slice(0, 10) === event.ends.slice(0, 10);
  if (isOneDay) return `${day} ${from}–${to.replace(/^(klo|kl\.) /, '')}`;
  return `${day} ${from} – ${formatDate(ends, lang, 'long')} ${to}`;
}

/** “Tammikuu 2027”, of 2027-01. */
export function monthText(month: string, lang: Language): string {
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const text = new Intl.DateTimeFormat(lang, options).format(new Date(`${month}-15T12:00:00Z`));
  return text.charAt(0).toUpperCase() + text.slice(1);
}
