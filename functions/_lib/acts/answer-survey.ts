// answer-survey: the answer to the survey's first question, confirmed.
import { AnswerSurvey } from '#forms/answer-survey.tsx';
import { catalogue } from '../catalogue.ts';
import { asSystem, type Enums } from '../db.ts';
import { type ActResult, asWritten, done, gone, wrong } from './act.ts';
import { needAct } from './need-act.tsx';

export const answerSurvey = needAct({
  view: AnswerSurvey,
  title: () => 'answer-survey.title',
  deeds: [],
  // What was tapped in the letter stands in the address; no other form is filled from there.
  tapped(query): Record<string, string> {
    const answer = catalogue.survey.answers.find((known) => known === query.get('answer'));
    return answer ? { answer } : {};
  },
  async run({ hash, fields }) {
    const { survey } = catalogue;
    const answer = survey.answers.find((value) => value === fields.answer);
    if (!answer) return wrong('answer', 'answer-survey.error.answer.missing', asWritten(fields));
    const outcome = await asSystem().rpc('answer_survey', {
      p_token_hash: hash,
      p_survey: survey.id,
      p_version: survey.version,
      p_answer: answer,
    });
    const replies = {
      answered: done(),
      too_late: wrong('answer', 'answer-survey.error.answer.too_late', asWritten(fields)),
      no_link: gone,
    } as const satisfies Record<Enums['answer_survey_outcome'], ActResult>;
    return replies[outcome];
  },
});
