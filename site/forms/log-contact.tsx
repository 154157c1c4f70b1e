// log-contact: a call or meeting that took place outside the portal, put on record.
import { CHANNELS } from '#domain/forms/log-contact.ts';
import { helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import type { LinkViewProps } from './link-page.ts';
import { ActFrame } from './parts/act-frame.tsx';
import { Choices } from './parts/choices.tsx';
import { LineField, TextField } from './parts/field.tsx';

export function LogContact(props: LinkViewProps) {
  const { t, page, values, errors } = props;
  const errorPrefix = t('form.error');
  return (
    <ActFrame {...props} title={t('log-contact.title')}>
      <form method="post" action={page.path} noValidate class="stack">
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
          name="note"
          label={t('log-contact.note')}
          hint={t('log-contact.note-hint')}
          value={values.note ?? ''}
          error={errors.note}
          errorPrefix={errorPrefix}
          rows={5}
        />
        <button class="button" type="submit">
          {t('log-contact.button')}
        </button>
      </form>
    </ActFrame>
  );
}
