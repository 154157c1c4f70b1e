// see-need: where the company's matter stands, who has it, what was said, the promise, and the way to take it back.

import { formatDateBy, formatDateTimeBy, formatDuration } from '#domain/i18n/dates.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { LinkPage, LinkViewProps } from './link-page.ts';
import { Did } from './parts/act-frame.tsx';
import { daysOffReason } from './parts/days-off.ts';
import { ErrorSummary } from './parts/error-summary.tsx';
import { GoesOn } from './parts/goes-on.tsx';
import { NeedPath } from './parts/need-path.tsx';
import { PromiseDate } from './parts/promise-date.tsx';
import { Thread } from './parts/thread.tsx';

/** "Otimme sinuun yhteyttä 3 h 20 min kuluttua …" The day that was promised stands above it, as an object. */
function answerInWords({ t, lang, page }: LinkViewProps): string | undefined {
  if (!page.firstResponseAt) return isLate(page) ? t('see-need.not-answered-late') : undefined;
  const minutes = Math.max(1, Math.round((page.firstResponseAt.getTime() - page.receivedAt.getTime()) / 60_000));
  return t('see-need.answered', { duration: formatDuration(minutes, lang) });
}

const isLate = (page: LinkPage) => page.open && !page.firstResponseAt && page.standing === 'late';

function Withdraw({ t, page, errors }: { t: LinkViewProps['t']; page: LinkPage; errors: LinkViewProps['errors'] }) {
  if (page.mayRestore) {
    return (
      <form method="post" action={page.path} class="stack">
        <button class="button" type="submit" name="act" value="restore">
          {t('see-need.restore')}
        </button>
      </form>
    );
  }
  if (!page.open) return null;
  return (
    <details open={Boolean(errors.sure)}>
      <summary>{t('see-need.withdraw')}</summary>
      <form method="post" action={page.path} class="stack">
        <p>{t('see-need.withdraw-what')}</p>
        <div class={errors.sure ? 'choice field--error' : 'choice'}>
          <input
            type="checkbox"
            id="field-sure"
            name="sure"
            value="yes"
            aria-invalid={errors.sure ? 'true' : undefined}
          />
          <label for="field-sure">{t('see-need.withdraw-sure')}</label>
        </div>
        <button class="button button--danger" type="submit" name="act" value="withdraw">
          {t('see-need.withdraw-button')}
        </button>
      </form>
    </details>
  );
}

export function SeeNeed(props: LinkViewProps) {
  const { t, lang, page, did, errors } = props;
  const owner = !page.owner
    ? t('see-need.no-owner')
    : page.owner.standIn && page.owner.standIn !== page.owner.name
      ? t('see-need.stand-in', { name: page.owner.standIn, owner: page.owner.name })
      : t('see-need.owner', { name: page.owner.name });
  const next = page.open
    ? page.firstResponseAt
      ? 'see-need.next.answered'
      : isLate(page)
        ? 'see-need.next.late'
        : 'see-need.next.waiting'
    : 'see-need.next.closed';
  const inWords = answerInWords(props);
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('see-need.title', { reference: page.need.reference })}</h1>
      <Did t={t} did={did} />
      {!page.goesOn && <NeedPath t={t} state={page.state} />}
      <p class="lead">
        {['received', 'claimed'].includes(page.state) && page.firstResponseAt
          ? t('see-need.has-answer')
          : t(`state.${page.state}` as StringKey)}
      </p>
      <GoesOn t={t} goesOn={page.goesOn} />
      {(!page.goesOn || page.firstResponseAt) && (
        <PromiseDate
          t={t}
          lang={lang}
          dueAt={page.dueAt}
          standing={page.standing}
          why={page.firstResponseAt ? undefined : daysOffReason(t, lang, page.receivedAt, page.dueAt)}
        />
      )}
      {inWords && <p>{inWords}</p>}
      {page.open && <p>{owner}</p>}
      {(page.open || (page.goesOn && !page.goesOn.path)) && page.paths.reply_to_need && (
        <p>
          <a class="button" href={page.paths.reply_to_need}>
            {t('see-need.reply')}
          </a>
        </p>
      )}
      <Thread t={t} lang={lang} messages={page.messages} />
      <section class="stack" aria-labelledby="told">
        <h2 id="told">{t('see-need.told')}</h2>
        <p>{t('see-need.sent-at', { at: formatDateTimeBy(page.receivedAt, lang) })}</p>
        <blockquote class="need-text">{page.need.description}</blockquote>
      </section>
      <Withdraw t={t} page={page} errors={errors} />
      {page.workspacePath && (
        <p class="small">
          <a href={page.workspacePath}>{t('workspace.quiet-link')}</a>
        </p>
      )}
      {!page.goesOn && (
        <section class="next-step">
          <h2>{t('next.heading')}</h2>
          <p>{t(next, { promised: formatDateBy(page.dueAt, lang), phone: page.phone })}</p>
        </section>
      )}
    </div>
  );
}
