// log-contact at the desk: a call or meeting put on record.
import { logContactSchema } from '#domain/forms/log-contact.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { answered, type DeskAct, done, faultsOf, place, wrong } from './act.ts';

const keyOf = (field: string, code: string): StringKey =>
  (field === 'note' ? `form.message.${code}` : `log-contact.error.${field}.${code}`) as StringKey;

export const logContact: DeskAct = {
  deeds: ['logged', 'already_logged', 'closed'],
  async run(call, reference) {
    const form = logContactSchema.safeParse({ ...call.fields, note: call.fields.contact_note });
    if (!form.success) {
      const { note, ...errors } = faultsOf(form.error, keyOf);
      return wrong(call, { ...errors, ...(note && { contact_note: note }) });
    }
    const { channel, happened_at, note } = form.data;
    const args = { p_channel: channel, p_happened_at: happened_at.toISOString(), p_note: note };
    return answered(call, await call.db.rpc('desk_log_contact', { ...place(call, reference), ...args }), {
      logged: done('logged'),
      already_logged: done('already_logged'),
      impossible_time: wrong(call, { time: 'log-contact.error.time.impossible_time' }),
      closed: done('closed'),
    });
  },
};
