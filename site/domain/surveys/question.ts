// A survey's question as it is kept with every version, in all languages, and what answers it: the same rules as SQL's app.is_answer_to.
import type { ByLanguage } from '../content/catalogue.ts';
import type { QuestionFacts, SeenBy } from '../content/survey.ts';

export type QuestionKind = QuestionFacts['kind'];

export interface Question {
  key: string;
  kind: QuestionKind;
  options?: string[];
  checks_contact?: boolean;
  text: ByLanguage;
  /** The words of each answer; of a scale those of its ends. */
  answers: Record<string, ByLanguage>;
}

export interface SurveyWords {
  name: ByLanguage;
  intro: ByLanguage;
  thanks: ByLanguage;
  seen_by: SeenBy[];
}

export interface Answer {
  question: string;
  choices: string[] | null;
  body: string | null;
  /** The provider may read the text. */
  may_show: boolean;
}

export const SCALE = ['1', '2', '3', '4', '5'];

/** What can be chosen; nothing where the answer is a text. */
export function answersOf({ kind, options = [] }: Pick<Question, 'kind' | 'options'>): string[] {
  if (kind === 'fact') return ['yes', 'no'];
  if (kind === 'scale') return SCALE;
  return kind === 'text' ? [] : options;
}

/** Not contacted, of no help, or 1 or 2 of 5: somebody is to get in touch. */
export const isLow = ({ kind }: Question, choices: readonly string[] | null): boolean =>
  (kind === 'fact' && choices?.[0] === 'no') || (kind === 'scale' && (choices?.[0] === '1' || choices?.[0] === '2'));
