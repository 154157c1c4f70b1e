// Every act of the desk and what its button does; an act on the page that is not here does not compile, nor one here without a page.
import type { DeskActName } from '#forms/desk-need/act-views.ts';
import type { DeskAct } from './act.ts';
import { answerFollowUp } from './answer-follow-up.ts';
import { answerNeed } from './answer-need.ts';
import { askMore } from './ask-more.ts';
import { closeNeed } from './close-need.ts';
import { declineNeed } from './decline-need.ts';
import { handOverNeed } from './hand-over-need.ts';
import { joinNeed } from './join-need.ts';
import { logContact } from './log-contact.ts';
import { referNeed } from './refer-need.ts';
import { releaseNeed } from './release-need.ts';
import { takeNeed } from './take-need.ts';
import { undoJoin } from './undo-join.ts';
import { writeNote } from './write-note.ts';

export const deskActs = {
  answer_follow_up: answerFollowUp,
  take: takeNeed,
  answer: answerNeed,
  release: releaseNeed,
  join: joinNeed,
  undo_join: undoJoin,
  log: logContact,
  ask: askMore,
  hand_over: handOverNeed,
  note: writeNote,
  close: closeNeed,
  refer: referNeed,
  decline: declineNeed,
} as const satisfies Record<DeskActName, DeskAct>;
