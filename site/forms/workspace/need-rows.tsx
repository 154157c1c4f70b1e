// The needs of a company: what, where on its path, by when, with whom.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { formatDate, formatDayOfWeek } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { NeedPath } from '../parts/need-path.tsx';
import type { ThreadMessage } from '../parts/thread.tsx';

export interface WorkspaceNeed {
  reference: string;
  state: string;
  open: boolean;
  start: string;
  serviceNames: readonly string[];
  receivedAt: Date;
  dueAt: Date;
  answered: boolean;
  /** Of an open need that nobody has answered. */
  standing: 'coming' | 'late';
  owner: string | null;
  waitsForCompany: boolean;
  lastMessage: ThreadMessage | null;
}

/** Who has it stands beside it; what the company wants to know is whether somebody has answered. */
const stateOf = (t: T, { state, answered }: WorkspaceNeed): string =>
  ['received', 'claimed'].includes(state)
    ? t(answered ? 'workspace.need.answered' : 'desk.state.received')
    : t(`desk.state.${state}` as StringKey);

export function NeedRows({ t, lang, needs }: { t: T; lang: Language; needs: readonly WorkspaceNeed[] }) {
  return (
    <ul class="rows workspace-needs">
      {needs.map((need) => (
        <li key={need.reference}>
          <div>
            <p class="rows__name">
              <a href={routes.workspaceNeed(need.reference)}>{need.start}</a>
            </p>
            <p class="small soft">{[need.reference, ...need.serviceNames].join(' · ')}</p>
            {need.open && <NeedPath t={t} state={need.state} />}
          </div>
          <p class="rows__facts">
            {need.open && !need.answered && (
              <span class="due-mark" data-promise={need.standing}>
                <span class="due-mark__word">{t(`workspace.need.due.${need.standing}`)}</span>{' '}
                <time dateTime={helsinkiDate(need.dueAt)}>{formatDayOfWeek(helsinkiDate(need.dueAt), lang)}</time>
              </span>
            )}
            <span>{stateOf(t, need)}</span>
            <span>{t('workspace.need.sent', { date: formatDate(need.receivedAt, lang, 'short') })}</span>
            {need.owner && need.open && <span>{t('workspace.need.owner', { name: need.owner })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
