// answer-need at the desk: an answer that goes to the company as a letter.
import { hasGaps } from '../reply-templates.ts';
import { place } from './act.ts';
import { sayAct } from './say.ts';

export const answerNeed = sayAct(
  'answer',
  (call, reference, p_body) => call.db.rpc('desk_answer_need', { ...place(call, reference), p_body }),
  (text) => (hasGaps(text) ? 'answer-need.error.gaps' : undefined),
);
