// A feedback survey: after which event it goes out, what it asks, and who sees the answers. Every version that was asked is kept.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';

/** What happens to a need that a survey can go out after. The same stands in SQL, api.survey_event. */
export const SURVEY_EVENTS = ['first_response', 'midway', 'closing'] as const;
/** Who besides the coordinators sees what was answered, and only as figures of five answers or more. */
export const SEEN_BY = ['provider', 'steering', 'public'] as const;

/** The name of a question or an option: what joins its answers over versions, so it stays when the words change. */
const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'question_key' satisfies FaultCode)
  .max(40);
const options = z.array(key).min(2).max(10);

const question = z.discriminatedUnion('kind', [
  z.strictObject({
    /** Yes or no. */
    kind: z.literal('fact'),
    key,
    /** True when a no says that the company was not contacted, which is held against the record. */
    checksContact: z.boolean(),
  }),
  /** 1 to 5. */
  z.strictObject({ kind: z.literal('scale'), key }),
  z.strictObject({ kind: z.literal('one_of'), key, options }),
  z.strictObject({ kind: z.literal('some_of'), key, options }),
  z.strictObject({ kind: z.literal('text'), key }),
]);

const texts = {
  /** What the survey is called: the subject of its letter and the heading of its page. */
  name: z.string().min(3).max(80),
  /** Why it is asked, in the letter and on the page. */
  intro: z.string().min(10).max(300),
  /** The words of each question. */
  asked: z
    .array(
      z.strictObject({
        /** Which question it is. */
        key,
        /** The question. */
        text: z.string().min(5).max(160),
        /** The words of its answers: yes and no; what 1 and 5 mean; the options in their order; none for a free text. */
        answers: z.array(z.string().min(1).max(80)),
      }),
    )
    .min(1)
    .max(5),
  /** What is said after the answer. */
  thanks: z.string().min(5).max(300),
};

const facts = {
  /** The event after which it goes out. */
  after: z.enum(SURVEY_EVENTS),
  /** Working hours (8 to 16 on working days) between the event and the letter. */
  delayHours: z.int().min(0).max(80),
  /** Whether nobody can know who answered what. Cannot be changed once somebody has answered. */
  anonymous: z.boolean(),
  /** Who besides the coordinators sees the figures. */
  seenBy: z.array(z.enum(SEEN_BY)),
  /** What is asked, the first one in the letter itself. */
  questions: z.array(question).min(1).max(5),
};

export const surveyFacts = z.object(facts);
export const surveyTexts = z.strictObject(texts);
export const surveySchema = z.strictObject({ ...facts, ...texts });

export type SurveyFacts = z.infer<typeof surveyFacts>;
export type SurveyTexts = z.infer<typeof surveyTexts>;
export type SurveyEvent = (typeof SURVEY_EVENTS)[number];
export type SeenBy = (typeof SEEN_BY)[number];
export type QuestionFacts = SurveyFacts['questions'][number];
