// A day's weekday by itself, in the nominative: “torstai”, “torsdag”, “Thursday”.
import type { Language } from '#domain/routes.ts';

/** `date` is YYYY-MM-DD; a day has no time zone, so it is read and written in UTC. */
export const weekdayText = (date: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
