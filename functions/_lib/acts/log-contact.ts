// log-contact: a call or meeting put on record.
import { logContactSchema } from '#domain/forms/log-contact.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { LogContact } from '#forms/log-contact.tsx';
import { asSystem, type Enums } from '../db.ts';
import { type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { needAct } from './need-act.tsx';

const keyOf = (field: string, code: string): StringKey =>
  (field === 'note' ? `form.message.${code}` : `log-contact.error.${field}.${code}`) as StringKey;

export const logContact = needAct({
  view: LogContact,
  title: () => 'log-contact.title',
  deeds: ['logged', 'already_logged', 'closed'],
  async run({ hash, fields }) {
    const form = logContactSchema.safeParse(fields);
    if (!form.success) {
      const errors = Object.fromEntries(
        form.error.issues.map(({ path, message }) => [String(path[0]), keyOf(String(path[0]), message)]),
      );
      return { status: 'wrong', errors, values: asWritten(fields) };
    }
    const outcome = await asSystem().rpc('log_contact', {
      p_token_hash: hash,
      p_channel: form.data.channel,
      p_happened_at: form.data.happened_at.toISOString(),
      p_note: form.data.note,
    });
    const replies = {
      logged: done('logged'),
      already_logged: done('already_logged'),
      impossible_time: wrong('time', 'log-contact.error.time.impossible_time', asWritten(fields)),
      closed: done('closed'),
      no_link: gone,
    } as const satisfies Record<Enums['log_contact_outcome'], ActResult>;
    return replies[outcome];
  },
});
