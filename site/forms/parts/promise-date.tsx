// The promise as an object: by when, which weekday, and what that means. Words and shape first, colour after.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDate, formatDateBy } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export type PromiseStanding = 'coming' | 'kept' | 'late';

export function PromiseDate(props: {
  t: T;
  lang: Language;
  dueAt: Date;
  standing: PromiseStanding;
  why?: string | undefined;
}) {
  const { t, lang, dueAt, standing, why } = props;
  return (
    <p class="promise-date" data-promise={standing}>
      <span class="promise-date__word">{t(`promise.${standing}`)}</span>{' '}
      <time dateTime={helsinkiDate(dueAt)}>
        {standing === 'coming' ? formatDateBy(dueAt, lang) : formatDate(dueAt, lang, 'long')}
      </time>
      {why && <span class="promise-date__why">{why}</span>}
    </p>
  );
}
