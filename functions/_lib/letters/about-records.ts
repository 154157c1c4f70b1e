// Letters about further kinds of record, one line a letter: what its placeholders stand for, made of what SQL's app.about_<letter> tells.
import type { Language } from '#domain/routes.ts';
import type { Enums } from '../db.ts';
import { consentValues, type ToldConsent } from './consent-values.ts';
import type { LetterParts, LetterValues } from './fill.ts';
import { contactPassedValues, membershipEndedValues, numberMovedValues } from './membership-values.ts';
import {
  erasureAskedValues,
  erasureDoneValues,
  erasureUndoneValues,
  ownErasureAskedValues,
  ownErasureUndoneValues,
  takeOutValues,
  workspaceUnusedValues,
} from './my-data-values.ts';
import { figuresLetter, packLetter, type SentFigures, type SentPack } from './report-values.ts';
import { type AskedSurvey, type LowAnswer, lowAnswerLetter, surveyLetter } from './survey-values.ts';

/** `told` is the JSON of that SQL function; its shape stands beside the function that takes it. */
type Tell = (told: never, language: Language) => [LetterValues, LetterParts];

const ofConsent = (told: ToldConsent, language: Language): [LetterValues, LetterParts] => [
  consentValues(told, language),
  {},
];

export const ABOUT_RECORDS: Partial<Record<Enums['letter_kind'], Tell>> = {
  survey: (told: AskedSurvey, language) => surveyLetter(told, language),
  survey_reminder: (told: AskedSurvey, language) => surveyLetter(told, language),
  low_answer: (told: LowAnswer, language) => lowAnswerLetter(told, language),
  low_answer_expert: (told: LowAnswer, language) => lowAnswerLetter(told, language),
  follow_up_reminder: (told: LowAnswer, language) => lowAnswerLetter(told, language),
  adviser_invited: ofConsent,
  adviser_extended: ofConsent,
  adviser_ended: ofConsent,
  consent_given: ofConsent,
  consent_ending: ofConsent,
  consent_over: ofConsent,
  steering_pack: (told: SentPack, language) => packLetter(told, language),
  provider_figures: (told: SentFigures, language) => figuresLetter(told, language),
  data_taken_out: takeOutValues,
  erasure_asked: erasureAskedValues,
  erasure_undone: erasureUndoneValues,
  erasure_done: erasureDoneValues,
  own_erasure_asked: ownErasureAskedValues,
  own_erasure_undone: ownErasureUndoneValues,
  own_erasure_done: erasureDoneValues,
  workspace_unused: workspaceUnusedValues,
  membership_ended: (told, lang) => [membershipEndedValues(told, lang), {}],
  contact_passed: (told, lang) => [contactPassedValues(told, lang), {}],
  number_moved: (told, lang) => [numberMovedValues(told, lang), {}],
};
