// answer-need: a person's answer to the company.
import { AnswerNeed } from '#forms/answer-need.tsx';
import { asSystem } from '../db.ts';
import { sayAct } from './say.ts';

export const answerNeed = sayAct(
  AnswerNeed,
  () => 'answer-need.title',
  'answer',
  (hash, text) => asSystem().rpc('answer_need', { p_token_hash: hash, p_body: text }),
);
