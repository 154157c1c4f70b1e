// confirm-services: a provider's contact sees the texts as they are now and says with one button that they are right.
import { formatDateBy } from '#domain/i18n/dates.ts';
import type { ConfirmationViewProps } from './confirmation-page.ts';
import { Did } from './parts/act-frame.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { fieldId } from './parts/field.tsx';
import { PublishedPages } from './parts/published-pages.tsx';
import { ReportedMistakes } from './parts/reported-mistakes.tsx';

function Button({ t, lang, page }: ConfirmationViewProps) {
  if (page.confirmedAt)
    return (
      <form method="post" action={page.path} class="stack">
        <p class="notice">{t('confirm-services.confirmed', { date: formatDateBy(page.confirmedAt, lang) })}</p>
        <button class="button button--quiet" type="submit" name="act" value="undo">
          {t('confirm-services.undo')}
        </button>
      </form>
    );
  return (
    <form method="post" action={page.path} class="stack">
      <input type="hidden" name="texts" value={page.texts} />
      <p>{t('confirm-services.what-happens')}</p>
      <button class="button" type="submit" name="act" value="confirm">
        {t('confirm-services.button')}
      </button>
    </form>
  );
}

export function ConfirmServices(props: ConfirmationViewProps) {
  const { t, lang, page, did, errors } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('confirm-services.title')}</h1>
      <Did t={t} did={did} />
      <p class="lead">{t('confirm-services.lead', { provider: page.provider })}</p>
      {page.changed && !page.confirmedAt && (
        <p class="notice notice--alert">{t('confirm-services.changed', { date: formatDateBy(page.askedAt, lang) })}</p>
      )}
      <Button {...props} />
      {page.paths.report && (
        <p>
          <a href={page.paths.report}>{t('confirm-services.report')}</a>
        </p>
      )}
      <ReportedMistakes {...props} />
      <h2 id={fieldId('texts')}>{t('confirm-services.texts')}</h2>
      <p>{t('confirm-services.texts-note')}</p>
      <PublishedPages t={t} lang={lang} pages={page.pages} reportPath={page.paths.report} />
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t(page.confirmedAt ? 'confirm-services.next.confirmed' : 'confirm-services.next.waiting')}</p>
        <p>{t('confirm-services.next.call', { phone: page.phone })}</p>
      </section>
    </div>
  );
}
