// Whom a need is handed over to, one or several, and a word to them: the same behind a link and at the desk.
import type { T } from '#domain/i18n/t.ts';
import { Choices } from './choices.tsx';
import { TextField } from './field.tsx';

export function HandOverFields(props: {
  t: T;
  people: readonly { value: string; label: string }[];
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  const { t, people, values, errors } = props;
  const errorPrefix = t('form.error');
  return (
    <>
      <Choices
        name="to"
        legend={t('hand-over-need.to')}
        hint={t('hand-over-need.to-hint')}
        type="checkbox"
        choices={people}
        chosen={(values.to ?? '').split('\n')}
        error={errors.to}
        errorPrefix={errorPrefix}
      />
      <TextField
        name="note"
        label={t('hand-over-need.note')}
        hint={t('hand-over-need.note-hint')}
        value={values.note ?? ''}
        error={errors.note}
        errorPrefix={errorPrefix}
        rows={4}
      />
    </>
  );
}
