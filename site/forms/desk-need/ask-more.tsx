// ask-more at the desk: a question to the company; it pauses no clock, and as a person's contact it may stop it.
import { TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const askMore: DeskActView = {
  place: ({ open }) => (open ? 'other' : undefined),
  label: 'act.ask_more',
  written: ['question'],
  View: ({ t, page, values, errors }) => (
    <ActForm page={page} act="ask" button={t('ask-more.button')}>
      <TextField
        name="question"
        label={t('ask-more.label')}
        hint={t('ask-more.hint')}
        value={values.question ?? ''}
        error={errors.question}
        errorPrefix={t('form.error')}
        rows={5}
      />
    </ActForm>
  ),
};
