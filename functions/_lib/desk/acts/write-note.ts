// write-note at the desk: an internal note, for coordinators alone.
import { messageSchema } from '#domain/forms/message.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { answered, type DeskAct, done, place, wrong } from './act.ts';

export const writeNote: DeskAct = {
  deeds: ['noted', 'already_noted'],
  async run(call, reference) {
    const form = messageSchema('internal_note').safeParse(call.fields);
    if (!form.success)
      return wrong(call, { internal_note: `form.message.${form.error.issues[0]?.message}` as StringKey });
    const args = { ...place(call, reference), p_body: form.data.internal_note as string };
    return answered(call, await call.db.rpc('desk_write_note', args), {
      noted: done('noted'),
      already_noted: done('already_noted'),
    });
  },
};
