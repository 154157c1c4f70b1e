// close-need at the desk: how it ended, for the figures, and a last message to the company.
import { OUTCOMES } from '#domain/forms/close-need.ts';
import { Choices } from '../parts/choices.tsx';
import { TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import { type DeskActView, mayEnd } from './act-view.ts';

/** From the others it ends by their own steps. */
const STATES: readonly string[] = ['received', 'claimed', 'closing'];

export const closeNeed: DeskActView = {
  place: (page) => (mayEnd(page) && STATES.includes(page.state) ? 'other' : undefined),
  label: 'close-need.title',
  written: ['closing'],
  View: ({ t, page, values, errors }) => {
    const errorPrefix = t('form.error');
    return (
      <ActForm page={page} act="close" button={t('close-need.button')}>
        <Choices
          name="outcome"
          legend={t('close-need.outcome')}
          hint={t('close-need.outcome-hint')}
          type="radio"
          choices={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
          chosen={values.outcome ? [values.outcome] : []}
          error={errors.outcome}
          errorPrefix={errorPrefix}
        />
        <TextField
          name="closing"
          label={t('close-need.message')}
          hint={t(page.answered ? 'close-need.message-hint' : 'close-need.message-hint-first')}
          value={values.closing ?? ''}
          error={errors.closing}
          errorPrefix={errorPrefix}
          rows={5}
        />
      </ActForm>
    );
  },
};
