// Surveys of a need as SQL tells them to the desk, in the words of the version that was asked.
import type { Language } from '#domain/routes.ts';
import type { Question, SurveyWords } from '#domain/surveys/question.ts';
import type { SurveyOfNeed } from '#forms/desk-need/surveys.tsx';
import type { FeedbackAnswer, RecordedContact } from '#forms/parts/feedback.tsx';
import { nameIn } from '../catalogue.ts';
import { answerWords } from '../letters/survey-values.ts';

export interface AnswerRow {
  question: Question;
  choices: string[] | null;
  body: string | null;
  low: boolean;
}
export interface RecordRow extends Omit<RecordedContact, 'at' | 'sentAt' | 'cameBack'> {
  at: string;
  sent_at: string | null;
  bounced: boolean;
}
/** A row of api.desk_need_surveys. */
export interface SurveyRow {
  survey: string;
  texts: SurveyWords;
  anonymous: boolean;
  invited_at: string;
  answered_at: string | null;
  answers: AnswerRow[];
  follow_up: {
    due_at: string;
    answered_at: string | null;
    answered_by: string | null;
    withdrawn_at: string | null;
    not_contacted: boolean;
    record: RecordRow[] | null;
  } | null;
}

export const feedbackAnswers = (rows: readonly AnswerRow[], lang: Language): FeedbackAnswer[] =>
  rows.map(({ question, choices, body, low }) => ({
    question: question.text[lang],
    answer: body ?? (choices ?? []).map((choice) => answerWords(question, choice, lang)).join(', '),
    isText: body !== null,
    isLow: low,
  }));

export const recordedContacts = (rows: readonly RecordRow[] | null, lang: Language): RecordedContact[] =>
  (rows ?? []).map(({ at, sent_at, bounced, by, ...row }) => ({
    ...row,
    by: nameIn(by, lang),
    at: new Date(at),
    sentAt: sent_at ? new Date(sent_at) : null,
    cameBack: bounced,
  }));

const at = (moment: string | null): Date | null => (moment ? new Date(moment) : null);

export const surveysOfNeed = (rows: readonly SurveyRow[], lang: Language): SurveyOfNeed[] =>
  rows.map(({ survey, texts, anonymous, invited_at, answered_at, answers, follow_up }) => ({
    survey,
    name: texts.name[lang],
    anonymous,
    invitedAt: new Date(invited_at),
    answeredAt: at(answered_at),
    answers: feedbackAnswers(answers, lang),
    followUp: follow_up && {
      dueAt: new Date(follow_up.due_at),
      answeredAt: at(follow_up.answered_at),
      answeredBy: follow_up.answered_by,
      withdrawnAt: at(follow_up.withdrawn_at),
      notContacted: follow_up.not_contacted,
      record: recordedContacts(follow_up.record, lang),
    },
  }));
