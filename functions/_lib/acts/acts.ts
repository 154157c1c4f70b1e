// Every purpose of a link and what stands behind it; a new purpose does not compile until it has its act.
import type { Enums } from '../db.ts';
import type { Act } from './act.ts';
import { answerNeed } from './answer-need.ts';
import { answerSurvey } from './answer-survey.tsx';
import { askMore } from './ask-more.ts';
import { closeTask } from './close-task.tsx';
import { confirmServices } from './confirm-services.ts';
import { declineNeed } from './decline-need.ts';
import { handOverNeed } from './hand-over-need.ts';
import { logContact } from './log-contact.ts';
import { replyToNeed } from './reply-to-need.ts';
import { reportHandOver } from './report-hand-over.ts';
import { reportMistake } from './report-mistake.ts';
import { seeNeed } from './see-need.ts';
import { seeReport } from './see-report.tsx';
import { takeNeed } from './take-need.ts';
import { withdrawConsent } from './withdraw-consent.tsx';

export const acts = {
  see_need: seeNeed,
  reply_to_need: replyToNeed,
  answer_survey: answerSurvey,
  take_need: takeNeed,
  answer_need: answerNeed,
  log_contact: logContact,
  ask_more: askMore,
  hand_over_need: handOverNeed,
  report_hand_over: reportHandOver,
  decline_need: declineNeed,
  confirm_services: confirmServices,
  report_mistake: reportMistake,
  close_task: closeTask,
  withdraw_consent: withdrawConsent,
  see_report: seeReport,
} as const satisfies Record<Enums['link_purpose'], Act>;
