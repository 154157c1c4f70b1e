// log-contact at the desk: a call or meeting that took place outside the portal, put on record.
import { ContactFields } from '../parts/contact-fields.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const logContact: DeskActView = {
  place: ({ open }) => (open ? 'other' : undefined),
  label: 'act.log_contact',
  written: ['contact_note'],
  View: ({ t, page, values, errors }) => (
    <ActForm page={page} act="log" button={t('log-contact.button')}>
      <ContactFields t={t} now={page.now} note="contact_note" values={values} errors={errors} />
    </ActForm>
  ),
};
