// What is asked of a call or meeting that took place outside the portal: how, when, and what was agreed.
import { CHANNELS } from '#domain/forms/log-contact.ts';
import { helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import type { T } from '#domain/i18n/t.ts';
import { Choices } from './choices.tsx';
import { LineField, TextField } from './field.tsx';

interface ContactFieldsProps {
  t: T;
  /** What the day and the time are, until somebody writes another. */
  now: Date;
  /** The note's name: unique among all forms of its page. */
  note: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

export function ContactFields({ t, now, note, values, errors }: ContactFieldsProps) {
  const errorPrefix = t('form.error');
  return (
    <>
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
        value={values.date ?? helsinkiDate(now)}
        errorPrefix={errorPrefix}
      />
      <LineField
        name="time"
        type="time"
        label={t('log-contact.time')}
        value={values.time ?? helsinkiTime(now)}
        error={errors.time}
        errorPrefix={errorPrefix}
      />
      <TextField
        name={note}
        label={t('log-contact.note')}
        hint={t('log-contact.note-hint')}
        value={values[note] ?? ''}
        error={errors[note]}
        errorPrefix={errorPrefix}
        rows={5}
      />
    </>
  );
}
