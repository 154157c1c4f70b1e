// A feedback survey: a question of fact that one tap answers. A given answer keeps the version that it answered.
import * as z from 'zod';

export const SURVEY_EVENTS = ['first_response'] as const;
export const ANSWERS = ['yes', 'no'] as const;

const texts = {
  /** The question, as the letter asks it. */
  question: z.string().min(5).max(160),
  /** The words on the answers' buttons. */
  answerTexts: z.strictObject({ yes: z.string().min(1).max(60), no: z.string().min(1).max(60) }),
  /** What is said after each answer, with what happens next. */
  thanks: z.strictObject({ yes: z.string().min(5).max(300), no: z.string().min(5).max(300) }),
};

const facts = {
  /** Raised by one whenever the question or its answers change meaning. */
  version: z.int().min(1),
  /** The event after which it goes out. */
  after: z.enum(SURVEY_EVENTS),
  /** Hours between the event and the letter. */
  delayHours: z.number().min(0).max(240),
  /** The answers, in the order of the buttons. */
  answers: z.array(z.enum(ANSWERS)).min(2),
};

export const surveyFacts = z.object(facts);
export const surveyTexts = z.strictObject(texts);
export const surveySchema = z.strictObject({ ...facts, ...texts });

export type SurveyFacts = z.infer<typeof surveyFacts>;
export type SurveyTexts = z.infer<typeof surveyTexts>;
