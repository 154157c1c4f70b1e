// Every act of the desk and what its button does; an act on the page that is not here does not compile, nor one here without a page.
import type { DeskActName } from '#forms/desk-need/act-views.ts';
import type { DeskAct } from './act.ts';
import { answerNeed } from './answer-need.ts';
import { releaseNeed } from './release-need.ts';
import { takeNeed } from './take-need.ts';

export const deskActs = {
  take: takeNeed,
  answer: answerNeed,
  release: releaseNeed,
} as const satisfies Record<DeskActName, DeskAct>;
