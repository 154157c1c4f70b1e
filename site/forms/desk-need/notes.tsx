// The internal notes of a need, apart from its thread, so that nobody takes them for something that the company has read.
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export interface DeskNote {
  id: string;
  author: string;
  body: string;
  at: Date;
}

export function Notes({ t, lang, notes }: { t: T; lang: Language; notes: readonly DeskNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="notes">
      <h2 id="notes">{t('notes.title')}</h2>
      <p class="small soft">{t('notes.who-reads')}</p>
      {notes.map(({ id, author, body, at }) => (
        <article class="message message--note" key={id}>
          <header>
            <strong>{author}</strong> · <time dateTime={at.toISOString()}>{formatDateTime(at, lang)}</time>
          </header>
          <p class="message__body">{body}</p>
        </article>
      ))}
    </section>
  );
}
