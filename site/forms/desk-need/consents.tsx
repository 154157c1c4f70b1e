// Who sees the need, and what the company has and has not consented to.
import { formatDate } from '#domain/i18n/dates.ts';
import type { DeskNeedProps } from './desk-need-page.ts';

export function Consents({ t, lang, page }: Pick<DeskNeedProps, 't' | 'lang' | 'page'>) {
  return (
    <section class="stack" aria-labelledby="consents">
      <h2 id="consents">{t('desk-need.consents')}</h2>
      {page.seenBy.length === 0 ? (
        <p>{t('desk-need.seen-by-nobody-else')}</p>
      ) : (
        <>
          <p>{t('desk-need.seen-by-too')}</p>
          <ul>
            {page.seenBy.map(({ name, since }) => (
              <li key={`${name} ${since.toISOString()}`}>
                {t('desk-need.seen-since', { name, date: formatDate(since, lang, 'short') })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('desk-need.notice', { version: page.noticeVersion })}</p>
    </section>
  );
}
