// The log of a need in words: who did what, when, and through what.
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export interface DeskEvent {
  id: number;
  kind: string;
  at: Date;
  who: string;
  /** Whom it is about, when that is not who did it. */
  about: string | null;
  way: 'desk' | 'link' | null;
}

export function DeskLog({ t, lang, events }: { t: T; lang: Language; events: readonly DeskEvent[] }) {
  return (
    <ol class="desk-log">
      {events.map(({ id, kind, at, who, about, way }) => (
        <li key={id}>
          <time dateTime={at.toISOString()}>{formatDateTime(at, lang, 'short')}</time>{' '}
          {t(`event.${kind}` as StringKey, { who })}
          {about && about !== who && ` · ${about}`}
          {way && <span class="soft"> ({t(`event.way.${way}`)})</span>}
        </li>
      ))}
    </ol>
  );
}
