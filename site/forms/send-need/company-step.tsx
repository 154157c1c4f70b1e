// send-need, step 2: which company; who is founding one has no business ID yet and says so.
import { LineField } from '../parts/field.tsx';
import type { StepProps } from '../send-need.tsx';

export function CompanyStep({ t, values, error, hint }: StepProps) {
  return (
    <>
      <LineField
        name="business_id"
        label={t('send-need.business_id.label')}
        hint={hint('business_id', t('send-need.business_id.hint'))}
        error={error('business_id')}
        errorPrefix={t('form.error')}
        value={values.business_id}
        class="field--short"
      />
      <div class="choice">
        <input
          type="checkbox"
          id="field-no_business_id"
          name="no_business_id"
          value="yes"
          checked={values.no_business_id === 'yes'}
        />
        <label for="field-no_business_id">{t('send-need.no_business_id.label')}</label>
      </div>
      <LineField
        name="company_name"
        label={t('send-need.company_name.label')}
        hint={hint('company_name', t('send-need.company_name.hint'))}
        error={error('company_name')}
        errorPrefix={t('form.error')}
        value={values.company_name}
        autocomplete="organization"
      />
    </>
  );
}
