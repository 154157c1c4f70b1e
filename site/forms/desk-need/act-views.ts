// Every act of the desk on a need, by the value of its button, in the order in which they stand on the page.
import type { DeskActView } from './act-view.ts';
import { answerNeed } from './answer-need.tsx';
import { releaseNeed } from './release-need.tsx';
import { takeNeed } from './take-need.tsx';

export const deskActViews = {
  take: takeNeed,
  answer: answerNeed,
  release: releaseNeed,
} as const satisfies Record<string, DeskActView>;

export type DeskActName = keyof typeof deskActViews;
