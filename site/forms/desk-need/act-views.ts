// Every act of the desk on a need, by the value of its button, in the order in which they stand on the page.
import type { DeskActView } from './act-view.ts';
import { answerNeed } from './answer-need.tsx';
import { handOverNeed } from './hand-over-need.tsx';
import { releaseNeed } from './release-need.tsx';
import { takeNeed } from './take-need.tsx';
import { writeNote } from './write-note.tsx';

export const deskActViews = {
  take: takeNeed,
  answer: answerNeed,
  hand_over: handOverNeed,
  release: releaseNeed,
  note: writeNote,
} as const satisfies Record<string, DeskActView>;

export type DeskActName = keyof typeof deskActViews;
