// answer-need at the desk: the answer that goes to the company as a letter; folded while the need is somebody else's.
import { TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';
import { ReplyTemplates } from './reply-templates.tsx';

export const answerNeed: DeskActView = {
  place: ({ open, owner }) => (!open ? undefined : owner && !owner.isReader ? 'other' : 'next'),
  label: 'desk-need.answer-anyway',
  written: ['answer'],
  View: ({ t, page, values, errors }) => (
    <>
      <ReplyTemplates t={t} page={page} values={values} />
      <ActForm page={page} act="answer" button={t('answer-need.button')}>
        <TextField
          name="answer"
          label={t('answer-need.label')}
          hint={t('answer-need.hint')}
          value={values.answer ?? ''}
          error={errors.answer}
          errorPrefix={t('form.error')}
          rows={Math.max(7, (values.answer ?? '').split('\n').length + 2)}
        />
      </ActForm>
    </>
  ),
};
