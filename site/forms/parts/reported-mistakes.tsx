// What a contact has reported, and what became of it.
import { formatDate, formatDateBy } from '#domain/i18n/dates.ts';
import type { ConfirmationViewProps } from '../confirmation-page.ts';

export function ReportedMistakes({ t, lang, page }: Pick<ConfirmationViewProps, 't' | 'lang' | 'page'>) {
  if (page.reported.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('reported.heading')}</h2>
      {page.reported.map(({ pages, mistake, createdAt, doneAt, note }) => (
        <article class="stack" key={createdAt.toISOString()}>
          <p>
            {pages.join(', ')} · {formatDate(createdAt, lang, 'short')}
          </p>
          <blockquote class="need-text">{mistake}</blockquote>
          <p>{doneAt ? t('reported.done', { date: formatDateBy(doneAt, lang) }) : t('reported.open')}</p>
          {note && <p>{t('reported.note')}</p>}
          {note && <blockquote class="need-text">{note}</blockquote>}
        </article>
      ))}
    </section>
  );
}
