// Whom a need is handed over to, one or several, and a word to them: the same behind a link and at the desk.
import type { T } from '#domain/i18n/t.ts';
import { Choices } from './choices.tsx';
import { TextField } from './field.tsx';

export function HandOverFields(props: {
  t: T;
  people: readonly { value: string; label: string }[];
  /** The names of the two fields, where others stand on the same page. */
  names?: { to: string; note: string };
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}) {
  const { t, people, names = { to: 'to', note: 'note' }, values, errors } = props;
  const errorPrefix = t('form.error');
  return (
    <>
      <Choices
        name={names.to}
        legend={t('hand-over-need.to')}
        hint={t('hand-over-need.to-hint')}
        type="checkbox"
        choices={people}
        chosen={(values[names.to] ?? '').split('\n')}
        error={errors[names.to]}
        errorPrefix={errorPrefix}
      />
      <TextField
        name={names.note}
        label={t('hand-over-need.note')}
        hint={t('hand-over-need.note-hint')}
        value={values[names.note] ?? ''}
        error={errors[names.note]}
        errorPrefix={errorPrefix}
        rows={4}
      />
    </>
  );
}
