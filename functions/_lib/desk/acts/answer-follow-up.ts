// answer-follow-up at the desk: answers whoever answered a survey low; the answering is on record and ends the task.
import { answerFollowUpSchema } from '#domain/forms/answer-follow-up.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { answered, type DeskAct, done, faultsOf, place, wrong } from './act.ts';

const keyOf = (field: string, code: string): StringKey =>
  (field === 'follow_up' ? `form.message.${code}` : 'answer-follow-up.error.way') as StringKey;

export const answerFollowUp: DeskAct = {
  deeds: ['follow_up_answered', 'nothing_to_answer'],
  async run(call, reference) {
    const form = answerFollowUpSchema.safeParse(call.fields);
    if (!form.success) return wrong(call, faultsOf(form.error, keyOf));
    const args = { p_way: form.data.way, p_body: form.data.follow_up };
    return answered(call, await call.db.rpc('desk_answer_follow_up', { ...place(call, reference), ...args }), {
      answered: done('follow_up_answered'),
      nothing_to_answer: done('nothing_to_answer'),
    });
  },
};
