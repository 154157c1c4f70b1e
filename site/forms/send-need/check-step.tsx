// send-need, step 4: everything that will be sent, each thing with its way back, and what happens then.

import { CONTACT_WAYS, type NeedStep } from '#domain/forms/send-need-checks.ts';
import type { StepProps } from '../send-need.tsx';

export function CheckStep({ t, values, serviceNames, paths }: StepProps) {
  const company = values.no_business_id ? t('need.founder') : values.business_id;
  // The step is also where a form comes back to that was sent and not taken, and anything may stand in that.
  const way = CONTACT_WAYS.find((known) => known === values.contact_by);
  const rows: { step: NeedStep; label: string; text: string }[] = [
    { step: 'need', label: t('send-need.description.label'), text: values.description },
    { step: 'need', label: t('need.services'), text: values.services.map((id) => serviceNames[id] ?? id).join(', ') },
    { step: 'company', label: t('need.company'), text: [values.company_name, company].filter(Boolean).join(', ') },
    {
      step: 'contact',
      label: t('need.contact'),
      text: [values.contact_name, values.contact_email, values.contact_phone].filter(Boolean).join('\n'),
    },
    {
      step: 'contact',
      label: t('send-need.contact_by.label'),
      text: way ? t(`contact-by.${way}`) : '',
    },
  ];
  return (
    <>
      <dl class="summary-list">
        {rows
          .filter(({ text }) => text)
          .map(({ step, label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd class="message__body">{text}</dd>
              <dd class="summary-list__action">
                <button class="button button--link" type="submit" name="go" value={step}>
                  {t('form.change')}
                  <span class="visually-hidden">: {label}</span>
                </button>
              </dd>
            </div>
          ))}
      </dl>
      {/* Faults of the two facts that the page itself gives are linked to from the error summary: here it says what they are. */}
      <div class="notice" id="field-language">
        <p>{t('send-need.who-sees')}</p>
        <p id="field-notice_version">
          <a href={paths.privacy}>{t('send-need.privacy')}</a>
        </p>
      </div>
    </>
  );
}
