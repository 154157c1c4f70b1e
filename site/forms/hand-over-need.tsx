// hand-over-need: asks somebody of the network to take the need; the company is told who.
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { Field, TextField, tied } from './parts/field.tsx';

export function HandOverNeed(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  const errorPrefix = t('form.error');
  const to = { name: 'to', label: t('hand-over-need.to'), error: errors.to, errorPrefix };
  return (
    <ActFrame {...props} title={t('hand-over-need.title')}>
      <form method="post" action={page.path} noValidate class="stack">
        <Field {...to}>
          <select {...tied(to)}>
            <option value="">{t('hand-over-need.choose')}</option>
            {page.people.map(({ value, label }) => (
              <option key={value} value={value} selected={value === values.to}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <TextField
          name="note"
          label={t('hand-over-need.note')}
          hint={t('hand-over-need.note-hint')}
          value={values.note ?? ''}
          error={errors.note}
          errorPrefix={errorPrefix}
          rows={4}
        />
        <button class="button" type="submit">
          {t('hand-over-need.button')}
        </button>
      </form>
    </ActFrame>
  );
}
