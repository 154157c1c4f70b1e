// The promise's date in a list: the same words, shapes and colours as promise-date, small.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDayOfWeek } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

/** coming and late: nobody has answered yet; kept and broken: somebody has, or the need has ended. */
export type DueStanding = 'coming' | 'late' | 'kept' | 'broken' | 'none';

export function DueMark({
  t,
  lang,
  dueAt,
  standing,
  now,
}: {
  t: T;
  lang: Language;
  dueAt: Date;
  standing: DueStanding;
  now: Date;
}) {
  const day = helsinkiDate(dueAt);
  const isToday = standing === 'coming' && day === helsinkiDate(now);
  return (
    <span class="due-mark" data-promise={standing === 'broken' ? 'late' : standing}>
      <span class="due-mark__word">{t(isToday ? 'desk.due.today' : `desk.due.${standing}`)}</span>{' '}
      <time dateTime={day}>{formatDayOfWeek(day, lang)}</time>
    </span>
  );
}
