// send-need, step 3: whom to contact and how.
import { CONTACT_WAYS } from '#domain/forms/send-need-checks.ts';
import { Choices } from '../parts/choices.tsx';
import { LineField } from '../parts/field.tsx';
import type { StepProps } from '../send-need.tsx';

export function ContactStep({ t, values, error, hint }: StepProps) {
  const errorPrefix = t('form.error');
  return (
    <>
      <LineField
        name="contact_name"
        label={t('send-need.contact_name.label')}
        hint={hint('contact_name')}
        error={error('contact_name')}
        errorPrefix={errorPrefix}
        value={values.contact_name}
        autocomplete="name"
      />
      <LineField
        name="contact_email"
        label={t('send-need.contact_email.label')}
        hint={hint('contact_email', t('send-need.contact_email.hint'))}
        error={error('contact_email')}
        errorPrefix={errorPrefix}
        value={values.contact_email}
        type="email"
        autocomplete="email"
        spellcheck={false}
      />
      <Choices
        name="contact_by"
        legend={t('send-need.contact_by.label')}
        hint={hint('contact_by')}
        type="radio"
        choices={CONTACT_WAYS.map((way) => ({ value: way, label: t(`contact-by.${way}`) }))}
        chosen={[values.contact_by]}
        error={error('contact_by')}
        errorPrefix={errorPrefix}
      />
      <LineField
        name="contact_phone"
        label={t('send-need.contact_phone.label')}
        hint={hint('contact_phone', t('send-need.contact_phone.hint'))}
        error={error('contact_phone')}
        errorPrefix={errorPrefix}
        value={values.contact_phone}
        type="tel"
        autocomplete="tel"
        class="field--short"
      />
    </>
  );
}
