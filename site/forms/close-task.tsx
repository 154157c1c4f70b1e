// close-task: an editor sees what was reported and where to correct it, and says that it is dealt with, or that it is not after all.
import { formatDate, formatDateBy } from '#domain/i18n/dates.ts';
import type { ConfirmationViewProps, TaskPage } from './confirmation-page.ts';
import { Did } from './parts/act-frame.tsx';
import { ErrorSummary } from './parts/error-summary.tsx';
import { TextField } from './parts/field.tsx';

export function CloseTask({ t, lang, page, did, values, errors }: ConfirmationViewProps<TaskPage>) {
  const { doneAt, doneBy } = page;
  return (
    <div class="stack">
      <ErrorSummary
        title={t('form.error-summary')}
        errors={Object.entries(errors).map(([field, text]) => ({ field, text }))}
      />
      <h1>{t('close-task.title')}</h1>
      <Did t={t} did={did} />
      <blockquote class="need-text">{page.mistake}</blockquote>
      <dl class="facts">
        <dt>{t('close-task.provider')}</dt>
        <dd>{page.provider}</dd>
        <dt>{t('close-task.pages')}</dt>
        {page.pages.map(({ name, path, file }) => (
          <dd key={file}>
            {path ? <a href={path}>{name}</a> : name}
            <br />
            <code>{file}</code>
          </dd>
        ))}
        <dt>{t('close-task.reporter')}</dt>
        <dd>
          <a href={`mailto:${page.reporter}`}>{page.reporter}</a>, {formatDate(page.createdAt, lang, 'short')}
        </dd>
      </dl>
      {doneAt ? (
        <>
          <p class="notice">{t('close-task.done', { name: doneBy ?? '', date: formatDateBy(doneAt, lang) })}</p>
          {page.note && <p>{t('reported.note')}</p>}
          {page.note && <blockquote class="need-text">{page.note}</blockquote>}
          {page.mayReopen && (
            <form method="post" action={page.path} class="stack">
              <button class="button button--quiet" type="submit" name="act" value="reopen">
                {t('close-task.reopen')}
              </button>
            </form>
          )}
        </>
      ) : (
        <form method="post" action={page.path} noValidate class="stack">
          <p>{t('close-task.what-to-do')}</p>
          <TextField
            name="note"
            label={t('close-task.note')}
            hint={t('close-task.note-hint')}
            value={values.note ?? ''}
            error={errors.note}
            errorPrefix={t('form.error')}
            rows={4}
          />
          <button class="button" type="submit" name="act" value="done">
            {t('close-task.button')}
          </button>
        </form>
      )}
      <section class="next-step">
        <h2>{t('next.heading')}</h2>
        <p>{t(doneAt ? 'close-task.next.done' : 'close-task.next.open')}</p>
      </section>
    </div>
  );
}
