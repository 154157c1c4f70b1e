// reply-to-need: the company writes back to whoever handles its matter.
import type { LinkViewProps } from './link-page.ts';
import { Did } from './parts/act-frame.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { GoesOn } from './parts/goes-on.tsx';
import { MessageForm } from './parts/message-form.tsx';
import { Thread } from './parts/thread.tsx';

export function ReplyToNeed({ t, lang, page, did, values, errors }: LinkViewProps) {
  // Who has no link to where it goes on writes there from here.
  const writesOn = page.goesOn !== null && page.goesOn.path === null;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('reply-to-need.title')}</h1>
      <Did t={t} did={did} />
      <Thread t={t} lang={lang} messages={page.messages} />
      <GoesOn t={t} goesOn={page.goesOn} />
      {page.open || writesOn ? (
        <MessageForm
          t={t}
          path={page.path}
          name="reply"
          label={t('reply-to-need.label')}
          hint={t('reply-to-need.hint', { name: page.owner?.standIn ?? page.owner?.name ?? t('owner.coordinator') })}
          button={t('reply-to-need.button')}
          value={values.reply ?? ''}
          error={errors.reply}
        />
      ) : (
        !page.goesOn && <p class="notice">{t('reply-to-need.closed', { phone: page.phone })}</p>
      )}
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t('reply-to-need.next', { phone: page.phone })}</p>
        {page.paths.see_need && (
          <p>
            <a href={page.paths.see_need}>{t('reply-to-need.status')}</a>
          </p>
        )}
      </section>
    </div>
  );
}
