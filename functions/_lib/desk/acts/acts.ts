// Every act of the desk and what its button does; an act on the page that is not here does not compile, nor one here without a page.
import type { DeskActName } from '#forms/desk-need/act-views.ts';
import type { DeskAct } from './act.ts';
import { answerNeed } from './answer-need.ts';
import { handOverNeed } from './hand-over-need.ts';
import { releaseNeed } from './release-need.ts';
import { takeNeed } from './take-need.ts';
import { writeNote } from './write-note.ts';

export const deskActs = {
  take: takeNeed,
  answer: answerNeed,
  hand_over: handOverNeed,
  release: releaseNeed,
  note: writeNote,
} as const satisfies Record<DeskActName, DeskAct>;
