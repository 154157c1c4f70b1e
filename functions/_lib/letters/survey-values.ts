// What the placeholders of letters about surveys stand for: the question as it was asked, its answers as links, and a low answer for the owner.
import type { LetterBlock } from '#domain/content/letter-blocks.ts';
import { choiceField } from '#domain/forms/answer-survey.ts';
import { formatDateBy } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';
import { answersOf, type Question, type SurveyWords } from '#domain/surveys/question.ts';
import { phone } from '../catalogue.ts';
import { env } from '../env.ts';
import { linkUrl } from '../links.ts';
import type { LetterParts, LetterValues } from './fill.ts';

/** As SQL's app.about_survey gives it. */
export interface AskedSurvey {
  link: string;
  reference: string;
  name: string | null;
  anonymous: boolean;
  texts: SurveyWords;
  /** The first one. */
  question: Question;
  questions: number;
}

/** The words of an answer, with the number where it is a step of a scale. */
export function answerWords(question: Question, answer: string, lang: Language): string {
  const words = question.answers[answer]?.[lang] ?? '';
  return question.kind === 'scale' ? [answer, words].filter(Boolean).join(' – ') : words;
}

export function surveyLetter(asked: AskedSurvey, lang: Language): [LetterValues, LetterParts] {
  const t = createT(lang);
  const { link, reference, name, anonymous, texts, question } = asked;
  const values = {
    name: name ?? '',
    reference,
    survey: texts.name[lang],
    intro: texts.intro[lang],
    question: question.text[lang],
    privacy: t(anonymous ? 'letter.survey.anonymous' : 'letter.survey.named'),
    phone,
  };
  const answers = answersOf(question).map((answer): LetterBlock => {
    const query = new URLSearchParams({ [choiceField(question.key)]: answer });
    return { kind: 'link', label: answerWords(question, answer, lang), target: `${linkUrl(link)}?${query}` };
  });
  return [values, { answers }];
}

/** As SQL's app.about_low_answer gives it; `link` is the expert's own. */
export interface LowAnswer {
  reference: string;
  company_name: string | null;
  business_id: string | null;
  contact_name: string;
  contact_phone: string | null;
  not_contacted: boolean;
  first_response_at: string | null;
  due_at: string;
  answers: { question: Question; choices: string[] | null; body: string | null }[];
  link?: string;
}

export function lowAnswerLetter(low: LowAnswer, lang: Language): [LetterValues, LetterParts] {
  const t = createT(lang);
  const day = (moment: string) => formatDateBy(new Date(moment), lang);
  const values = {
    reference: low.reference,
    company: low.company_name ?? low.business_id ?? low.contact_name,
    contact: [low.contact_name, low.contact_phone].filter(Boolean).join(', '),
    standing: low.not_contacted
      ? t('letter.low.not-contacted', { date: low.first_response_at ? day(low.first_response_at) : '–' })
      : t('letter.low.unhappy'),
    due_date: day(low.due_at),
    answer_link: low.link ? linkUrl(low.link) : env().SITE_URL + routes.deskNeed(low.reference),
  };
  // What was written in own words is the coordinators' to read: a provider's expert was promised only by the writer's leave.
  const shown = low.answers.filter(({ body }) => !low.link || body === null);
  const answers = shown.flatMap(({ question, choices, body }): LetterBlock[] => [
    { kind: 'paragraph', text: question.text[lang] },
    { kind: 'quote', text: body ?? (choices ?? []).map((choice) => answerWords(question, choice, lang)).join(', ') },
  ]);
  return [values, { answers }];
}
