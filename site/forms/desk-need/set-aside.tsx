// Mails that came to the need and are nobody's word: apart from its thread, so that nobody takes one for the company's.
import type { Database } from '#domain/database.generated.ts';
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { DeskNeedProps } from './desk-need-page.ts';

export interface SetAsideMail {
  id: string;
  from: string;
  /** Those that were said stand in the thread; an empty one is nothing to look at. */
  why: Exclude<Database['api']['Enums']['mail_outcome'], 'said' | 'already_said' | 'empty'>;
  body: string | null;
  at: Date;
}

export function SetAside({ t, lang, page }: Pick<DeskNeedProps, 't' | 'lang' | 'page'>) {
  if (page.setAside.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="set-aside">
      <h2 id="set-aside">{t('set-aside.title')}</h2>
      <p class="small soft">{t('set-aside.what')}</p>
      {page.setAside.map(({ id, from, why, body, at }) => (
        <article class="message message--note" key={id}>
          <header>
            <strong>{from}</strong> · {t(`set-aside.${why}`)} ·{' '}
            <time dateTime={at.toISOString()}>{formatDateTime(at, lang)}</time>
          </header>
          {body && <p class="message__body">{body}</p>}
        </article>
      ))}
    </section>
  );
}
