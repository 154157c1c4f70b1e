// refer-need at the desk: somebody outside the network goes on with the need; the company is told who.
import { LineField, TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import { type DeskActView, mayEnd } from './act-view.ts';

export const referNeed: DeskActView = {
  place: (page) => (mayEnd(page) ? 'other' : undefined),
  label: 'refer-need.title',
  written: ['referral'],
  View: ({ t, page, values, errors }) => {
    const errorPrefix = t('form.error');
    return (
      <ActForm page={page} act="refer" button={t('refer-need.button')}>
        <p>{t('refer-need.what')}</p>
        <LineField
          name="refer_to"
          autocomplete="off"
          label={t('refer-need.to')}
          hint={t('refer-need.to-hint')}
          value={values.refer_to ?? ''}
          error={errors.refer_to}
          errorPrefix={errorPrefix}
        />
        <LineField
          name="refer_contact"
          autocomplete="off"
          label={t('refer-need.contact')}
          hint={t('refer-need.contact-hint')}
          value={values.refer_contact ?? ''}
          error={errors.refer_contact}
          errorPrefix={errorPrefix}
        />
        <TextField
          name="referral"
          label={t('refer-need.message')}
          hint={t('refer-need.message-hint')}
          value={values.referral ?? ''}
          error={errors.referral}
          errorPrefix={errorPrefix}
          rows={5}
        />
      </ActForm>
    );
  },
};
