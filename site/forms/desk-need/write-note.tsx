// write-note at the desk: an internal note, also on a need that has ended.
import { TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const writeNote: DeskActView = {
  place: () => 'other',
  label: 'write-note.title',
  written: ['internal_note'],
  View: ({ t, page, values, errors }) => (
    <ActForm page={page} act="note" button={t('write-note.button')}>
      <TextField
        name="internal_note"
        label={t('write-note.label')}
        hint={t('write-note.hint')}
        value={values.internal_note ?? ''}
        error={errors.internal_note}
        errorPrefix={t('form.error')}
        rows={5}
      />
    </ActForm>
  ),
};
