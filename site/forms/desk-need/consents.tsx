// Who sees the need, and what the company has and has not consented to.
import { formatDate } from '#domain/i18n/dates.ts';
import type { DeskNeedProps } from './desk-need-page.ts';

/** Who declined sees nothing more. */
const SEES_NOTHING: readonly string[] = ['declined'];

export function Consents({ t, lang, page }: Pick<DeskNeedProps, 't' | 'lang' | 'page'>) {
  const others = page.handOvers.filter(({ state }) => !SEES_NOTHING.includes(state));
  return (
    <section class="stack" aria-labelledby="consents">
      <h2 id="consents">{t('desk-need.consents')}</h2>
      {others.length === 0 ? (
        <p>{t('desk-need.seen-by-nobody-else')}</p>
      ) : (
        <>
          <p>{t('desk-need.seen-by-too')}</p>
          <ul>
            {others.map(({ name, askedAt }) => (
              <li key={`${name} ${askedAt.toISOString()}`}>
                {t('desk-need.seen-since', { name, date: formatDate(askedAt, lang, 'short') })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('desk-need.notice', { version: page.noticeVersion })}</p>
    </section>
  );
}
