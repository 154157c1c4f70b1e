// Every act of the desk on a need, by the value of its button, in the order in which they stand on the page.
import type { DeskActView } from './act-view.ts';
import { answerFollowUp } from './answer-follow-up.tsx';
import { answerNeed } from './answer-need.tsx';
import { askMore } from './ask-more.tsx';
import { closeNeed } from './close-need.tsx';
import { declineNeed } from './decline-need.tsx';
import { handOverNeed } from './hand-over-need.tsx';
import { joinNeed } from './join-need.tsx';
import { logContact } from './log-contact.tsx';
import { referNeed } from './refer-need.tsx';
import { releaseNeed } from './release-need.tsx';
import { takeNeed } from './take-need.tsx';
import { undoJoin } from './undo-join.tsx';
import { writeNote } from './write-note.tsx';

export const deskActViews = {
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
} as const satisfies Record<string, DeskActView>;

export type DeskActName = keyof typeof deskActViews;
