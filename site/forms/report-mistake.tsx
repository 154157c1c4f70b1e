// report-mistake: a provider's contact says on which pages something is wrong, and how it should be.
import type { ConfirmationViewProps } from './confirmation-page.ts';
import { Did } from './parts/act-frame.tsx';
import { Choices } from './parts/choices.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { TextField } from './parts/field.tsx';
import { ReportedMistakes } from './parts/reported-mistakes.tsx';

export function ReportMistake(props: ConfirmationViewProps) {
  const { t, page, did, values, errors } = props;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('report-mistake.title')}</h1>
      <Did t={t} did={did} />
      <form method="post" action={page.path} noValidate class="stack">
        <Choices
          name="pages"
          legend={t('report-mistake.pages')}
          hint={t('report-mistake.pages-hint')}
          type="checkbox"
          choices={page.pages.map(({ value, name }) => ({ value, label: name }))}
          chosen={(values.pages ?? '').split(' ')}
          error={errors.pages}
          errorPrefix={t('form.error')}
        />
        <TextField
          name="mistake"
          label={t('report-mistake.label')}
          hint={t('report-mistake.hint')}
          value={values.mistake ?? ''}
          error={errors.mistake}
          errorPrefix={t('form.error')}
          rows={7}
        />
        <button class="button" type="submit">
          {t('report-mistake.button')}
        </button>
      </form>
      <ReportedMistakes {...props} />
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t('report-mistake.next')}</p>
        <p>{t(page.confirmedAt ? 'report-mistake.rest-confirmed' : 'report-mistake.rest')}</p>
        {page.paths.confirm && (
          <p>
            <a href={page.paths.confirm}>{t('report-mistake.confirm')}</a>
          </p>
        )}
        <p>{t('confirm-services.next.call', { phone: page.phone })}</p>
      </section>
    </div>
  );
}
