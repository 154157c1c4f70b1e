// The log of a need in words: who did what, when, and through what.
import type { Database } from '#domain/database.generated.ts';
import { formatDateTime } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

/** What happens to a need; the others are about providers' texts. A new one does not compile until it has its words. */
export type NeedEventKind = Exclude<
  Database['api']['Enums']['event_kind'],
  'services_confirmed' | 'confirmation_undone' | 'mistake_reported' | 'task_done' | 'task_reopened'
>;

export interface DeskEvent {
  id: number;
  kind: NeedEventKind;
  at: Date;
  who: string;
  /** Whom it is about, when that is not who did it. */
  about: string | null;
  way: 'desk' | 'link' | 'mail' | 'workspace' | null;
}

export function DeskLog({ t, lang, events }: { t: T; lang: Language; events: readonly DeskEvent[] }) {
  return (
    <ol class="desk-log">
      {events.map(({ id, kind, at, who, about, way }) => (
        <li key={id}>
          <time dateTime={at.toISOString()}>{formatDateTime(at, lang, 'short')}</time> {t(`event.${kind}`, { who })}
          {about && about !== who && ` · ${about}`}
          {way && <span class="soft"> ({t(`event.way.${way}`)})</span>}
        </li>
      ))}
    </ol>
  );
}
