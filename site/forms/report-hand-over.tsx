// report-hand-over: how it went for who took the matter, in one choice and a word to the coordinator.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { Choices } from './parts/choices.tsx';
import { TextField } from './parts/field.tsx';

export const ENDS = ['helped', 'no_help', 'not_reachable'] as const;

export function ReportHandOver(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  const mine = page.handOvers.findLast(({ toReader }) => toReader)?.standing ?? 'asked';
  const reported = ENDS.find((end) => end === mine);
  return (
    <ActFrame {...props} title={t('report-hand-over.title')}>
      {mine !== 'taken' && !reported ? (
        <>
          <p>{t('report-hand-over.not-taken')}</p>
          {page.paths.take_need && (
            <p>
              <a class="button" href={page.paths.take_need}>
                {t('act.take_need')}
              </a>
            </p>
          )}
        </>
      ) : (
        <form method="post" action={page.path} noValidate class="stack">
          {reported && <p>{t('report-hand-over.correct')}</p>}
          <Choices
            name="ended"
            legend={t('report-hand-over.ended')}
            type="radio"
            choices={ENDS.map((value) => ({ value, label: t(`report-hand-over.ended.${value}`) }))}
            chosen={[values.ended ?? reported ?? '']}
            error={errors.ended}
            errorPrefix={t('form.error')}
          />
          <TextField
            name="note"
            label={t('report-hand-over.note')}
            hint={t('report-hand-over.note-hint')}
            value={values.note ?? ''}
            error={errors.note}
            errorPrefix={t('form.error')}
            rows={4}
          />
          <button class="button" type="submit">
            {t('report-hand-over.button')}
          </button>
        </form>
      )}
    </ActFrame>
  );
}
