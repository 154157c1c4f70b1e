// Why the promise falls on its date: the days off that lie between, in words.
import { daysOffBetween } from '#domain/calendar.ts';
import { formatDayOfWeek } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

/** "Välissä on vapaata: la 3.10., pe 25.12. (joulupäivä)." or undefined when there is none. */
export function daysOffReason(t: T, lang: Language, receivedAt: Date, dueAt: Date): string | undefined {
  const days = daysOffBetween(receivedAt, dueAt);
  if (days.length === 0) return undefined;
  const named = days.map(({ date, reason }) => {
    const day = formatDayOfWeek(date, lang);
    return reason === 'saturday' || reason === 'sunday' ? day : `${day} (${t(`dayOff.${reason}`)})`;
  });
  // A date that ends in a dot ends the sentence as well.
  return t('promise.days-off', { days: named.join(', ').replace(/\.$/, '') });
}
