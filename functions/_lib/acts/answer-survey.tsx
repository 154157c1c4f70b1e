// answer-survey: what was tapped in the letter is chosen already; the page's one button stores it with whatever else is answered.
import { promiseDueAt } from '#domain/calendar.ts';
import { readAnswers } from '#domain/forms/answer-survey.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { isLow, type Question } from '#domain/surveys/question.ts';
import { AnswerSurvey, type SurveyPage } from '#forms/answer-survey.tsx';
import { catalogue, phone } from '../catalogue.ts';
import { asSystem, type Enums } from '../db.ts';
import { answerKey, MARK, seal } from '../surveys/answer-keys.ts';
import { type OpenedSurvey, openSurvey } from '../surveys/open-survey.ts';
import { type Act, type ActResult, asWritten, done, gone } from './act.ts';

const words = (question: Question, answer: string, lang: Language): string => question.answers[answer]?.[lang] ?? '';

function surveyPage(survey: OpenedSurvey, path: string, lang: Language, reference: string): SurveyPage {
  const { anonymous, questions, texts, answers, isAnswered, mayChange, followUpDue } = survey;
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  return {
    path,
    name: texts.name[lang],
    intro: texts.intro[lang],
    thanks: texts.thanks[lang],
    reference,
    anonymous,
    seenBy: texts.seen_by,
    questions: questions.map((question) => ({
      key: question.key,
      kind: question.kind,
      text: question.text[lang],
      words: (answer) => words(question, answer, lang),
      options: question.options,
      choices: given.get(question.key)?.choices ?? [],
      body: given.get(question.key)?.body ?? '',
      mayShow: given.get(question.key)?.may_show ?? false,
    })),
    isAnswered,
    mayChange,
    isLow: questions.some((question) => isLow(question, given.get(question.key)?.choices ?? null)),
    followUpDue,
    phone,
  };
}

export const answerSurvey: Act = {
  deeds: ['answered'],
  async show(link, { token, path, query, did, values, errors }) {
    const survey = await openSurvey(token);
    if (!survey) return undefined;
    const lang = link.language;
    const t = createT(lang);
    // The first question alone is answered from the letter; letters of old call its answer by no name.
    const [first] = survey.questions;
    const tapped = first && (query.get(`q_${first.key}`) ?? query.get('answer'));
    const page = surveyPage(survey, path, lang, link.reference);
    return {
      title: page.name,
      main: (
        <AnswerSurvey
          t={t}
          lang={lang}
          page={page}
          tapped={tapped ?? undefined}
          did={did}
          values={values}
          errors={errors}
        />
      ),
    };
  },
  async run({ token, fields }) {
    const survey = await openSurvey(token);
    if (!survey) return gone;
    const read = readAnswers(survey.questions, fields);
    if ('errors' in read) return { status: 'wrong', errors: read.errors, values: asWritten(fields) };
    const [first] = survey.questions;
    const nothing: ActResult = {
      status: 'wrong',
      errors: { [`q_${first?.key}`]: 'answer-survey.error.nothing' },
      values: asWritten(fields),
    };
    const outcome = survey.anonymous
      ? await asSystem().rpc('seal_answers', {
          p_token_hash: survey.hash,
          p_mark: answerKey(token, MARK),
          p_answers: survey.questions.map(({ key }) => {
            const given = read.answers.find(({ question }) => question === key);
            const { choices = null, body = null, may_show = false } = given ?? {};
            const envelope = given ? seal({ choices, body, may_show, ...survey.facts }) : null;
            return { question: key, key_hash: answerKey(token, key), envelope };
          }),
        })
      : await asSystem().rpc('answer_survey', {
          p_token_hash: survey.hash,
          p_answers: read.answers as never,
          p_follow_up_due: promiseDueAt(new Date(), catalogue.promise.days).toISOString(),
        });
    const replies = {
      answered: done('answered'),
      nothing,
      too_late: {
        status: 'wrong',
        errors: { [`q_${first?.key}`]: 'answer-survey.error.too_late' },
        values: asWritten(fields),
      },
      no_link: gone,
    } as const satisfies Record<Enums['answer_survey_outcome'], ActResult>;
    return replies[outcome];
  },
};
