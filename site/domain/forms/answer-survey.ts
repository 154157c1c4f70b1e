// answer-survey: what the page's fields hold, read against the questions of the version that was asked; each is optional.

import type { StringKey } from '../i18n/strings.ts';
import { countCharacters, LIMITS } from '../limits.ts';
import { type Answer, answersOf, type Question } from '../surveys/question.ts';
import { cleanText } from './text.ts';

export const choiceField = (key: string): string => `q_${key}`;
export const textField = (key: string): string => `t_${key}`;
export const showField = (key: string): string => `show_${key}`;

type Read = { answers: Answer[] } | { errors: Record<string, StringKey> };

const textsIn = (value: unknown): string[] => [value].flat().filter((one): one is string => typeof one === 'string');

/** The answers that were given, in the order of the questions; what a program sent that is no answer is an error. */
export function readAnswers(questions: readonly Question[], fields: Readonly<Record<string, unknown>>): Read {
  const errors: Record<string, StringKey> = {};
  const answers = questions.flatMap((question): Answer[] => {
    const { key, kind } = question;
    if (kind === 'text') {
      const body = cleanText(fields[textField(key)]);
      if (!body) return [];
      if (countCharacters(body) > LIMITS.surveyText.max) errors[textField(key)] = 'answer-survey.error.too_long';
      const may_show = textsIn(fields[showField(key)]).includes('yes');
      return [{ question: key, choices: null, body, may_show }];
    }
    const chosen = [...new Set(textsIn(fields[choiceField(key)]))].filter(Boolean);
    if (chosen.length === 0) return [];
    const known = answersOf(question);
    if (chosen.some((one) => !known.includes(one)) || (kind !== 'some_of' && chosen.length > 1))
      errors[choiceField(key)] = 'answer-survey.error.unknown';
    return [{ question: key, choices: known.filter((one) => chosen.includes(one)), body: null, may_show: false }];
  });
  return Object.keys(errors).length > 0 ? { errors } : { answers };
}
