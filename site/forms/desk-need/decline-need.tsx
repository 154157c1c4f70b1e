// decline-need at the desk: ends the need with a reason that the company reads.
import { TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import { type DeskActView, mayEnd } from './act-view.ts';

export const declineNeed: DeskActView = {
  place: (page) => (mayEnd(page) ? 'other' : undefined),
  label: 'decline-need.title.coordinator',
  written: ['reason'],
  View: ({ t, page, values, errors }) => (
    <ActForm page={page} act="decline" button={t('decline-need.button.coordinator')}>
      <TextField
        name="reason"
        label={t('decline-need.label.coordinator')}
        hint={t('decline-need.hint.coordinator')}
        value={values.reason ?? ''}
        error={errors.reason}
        errorPrefix={t('form.error')}
        rows={5}
      />
    </ActForm>
  ),
};
