// The survey behind a link as it was asked, with what its holder has answered so far.
import type { Answer, Question, SurveyWords } from '#domain/surveys/question.ts';
import { asSystem } from '../db.ts';
import { tokenHash } from '../links.ts';
import { answerKey, type Facts, MARK, open } from './answer-keys.ts';

export interface OpenedSurvey {
  hash: string;
  anonymous: boolean;
  questions: Question[];
  texts: SurveyWords;
  /** Coarse facts of the need, which an anonymous answer takes along. */
  facts: Facts;
  answers: Answer[];
  isAnswered: boolean;
  mayChange: boolean;
  /** By when whoever answered low hears from us. */
  followUpDue: Date | null;
}

export async function openSurvey(token: string): Promise<OpenedSurvey | undefined> {
  const hash = tokenHash(token);
  const [row] = hash ? await asSystem().rpc('open_survey', { p_token_hash: hash }) : [];
  if (!hash || !row) return undefined;
  const { anonymous, theme, provider, service } = row;
  const known = {
    hash,
    anonymous,
    questions: row.questions as unknown as Question[],
    texts: row.texts as unknown as SurveyWords,
    facts: { theme, provider, service },
  };
  if (anonymous) return { ...known, ...(await sealedAnswers(token, known.questions)), followUpDue: null };
  const due = row.follow_up_due as string | null;
  return {
    ...known,
    answers: row.answers as unknown as Answer[],
    isAnswered: (row.answered_at as string | null) !== null,
    mayChange: row.may_change,
    followUpDue: due ? new Date(due) : null,
  };
}

/** The link's holder has the keys, and so reads back what nobody else can. */
async function sealedAnswers(
  token: string,
  questions: readonly Question[],
): Promise<Pick<OpenedSurvey, 'answers' | 'isAnswered' | 'mayChange'>> {
  const p_keys = [MARK, ...questions.map(({ key }) => key)].map((question) => answerKey(token, question));
  const rows = (await asSystem().rpc('sealed_by_keys', { p_keys })) as {
    question: string | null;
    envelope: string | null;
    may_change: boolean;
  }[];
  const mark = rows.find(({ question }) => question === null);
  return {
    answers: rows.flatMap(({ question, envelope }): Answer[] => {
      const sealed = question && envelope ? open(envelope) : undefined;
      return question && sealed
        ? [{ question, choices: sealed.choices, body: sealed.body, may_show: sealed.may_show }]
        : [];
    }),
    isAnswered: mark !== undefined,
    mayChange: mark?.may_change ?? true,
  };
}
