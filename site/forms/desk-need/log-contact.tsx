// log-contact at the desk: a call or meeting that took place outside the portal, put on record.
import { CHANNELS } from '#domain/forms/log-contact.ts';
import { helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import { Choices } from '../parts/choices.tsx';
import { LineField, TextField } from '../parts/field.tsx';
import { ActForm } from './act-form.tsx';
import type { DeskActView } from './act-view.ts';

export const logContact: DeskActView = {
  place: ({ open }) => (open ? 'other' : undefined),
  label: 'act.log_contact',
  written: ['contact_note'],
  View: ({ t, page, values, errors }) => {
    const errorPrefix = t('form.error');
    return (
      <ActForm page={page} act="log" button={t('log-contact.button')}>
        <Choices
          name="channel"
          legend={t('log-contact.channel')}
          type="radio"
          choices={CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          chosen={[values.channel ?? 'phone']}
          error={errors.channel}
          errorPrefix={errorPrefix}
        />
        <LineField
          name="date"
          type="date"
          label={t('log-contact.date')}
          value={values.date ?? helsinkiDate(page.now)}
          errorPrefix={errorPrefix}
        />
        <LineField
          name="time"
          type="time"
          label={t('log-contact.time')}
          value={values.time ?? helsinkiTime(page.now)}
          error={errors.time}
          errorPrefix={errorPrefix}
        />
        <TextField
          name="contact_note"
          label={t('log-contact.note')}
          hint={t('log-contact.note-hint')}
          value={values.contact_note ?? ''}
          error={errors.contact_note}
          errorPrefix={errorPrefix}
          rows={5}
        />
      </ActForm>
    );
  },
};
