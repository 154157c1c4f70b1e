// The common part of the desk's acts that are one message: check it, say it, answer for each outcome.
import { messageSchema } from '#domain/forms/message.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { Enums } from '../../db.ts';
import type { DeskPost } from '../door.ts';
import { answered, type DeskAct, done, wrong } from './act.ts';

/** An act whose form holds one message in the field `name`. */
export const sayAct = (
  name: string,
  say: (
    call: DeskPost,
    reference: string,
    text: string,
  ) => Promise<{ standing: Enums['desk_standing']; outcome: Enums['say_outcome'] }[]>,
  /** What else may be wrong with a text. */
  faultOf: (text: string) => StringKey | undefined = () => undefined,
): DeskAct => ({
  deeds: ['said', 'already_said', 'taken_by_other', 'closed'],
  async run(call, reference) {
    const form = messageSchema(name).safeParse(call.fields);
    if (!form.success) return wrong(call, { [name]: `form.message.${form.error.issues[0]?.message}` as StringKey });
    const text = form.data[name] as string;
    const fault = faultOf(text);
    if (fault) return wrong(call, { [name]: fault });
    return answered(call, await say(call, reference, text), {
      said: done('said'),
      already_said: done('already_said'),
      taken_by_other: done('taken_by_other'),
      closed: done('closed'),
    });
  },
});
