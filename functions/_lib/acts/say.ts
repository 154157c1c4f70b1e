// The common part of the acts that are one message: check it, say it, answer for each outcome.

import { messageSchema } from '#domain/forms/message.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import type { Enums } from '../db.ts';
import { type Act, type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { type NeedAct, needAct } from './need-act.tsx';

export const REPLIES = {
  said: done('said'),
  already_said: done('already_said'),
  taken_by_other: done('taken_by_other'),
  closed: done('closed'),
  no_link: gone,
} as const satisfies Record<Enums['say_outcome'], ActResult>;

/** An act whose form holds one message in the field `name`. */
export const sayAct = (
  view: NeedAct['view'],
  title: NeedAct['title'],
  name: string,
  say: (hash: string, text: string) => Promise<Enums['say_outcome']>,
): Act =>
  needAct({
    view,
    title,
    deeds: ['said', 'already_said', 'taken_by_other', 'closed'],
    async run({ hash, fields }) {
      const form = messageSchema(name).safeParse(fields);
      if (!form.success)
        return wrong(name, `form.message.${form.error.issues[0]?.message}` as StringKey, asWritten(fields));
      return REPLIES[await say(hash, form.data[name] as string)];
    },
  });
