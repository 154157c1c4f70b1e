// How a hand-over stands, in one word: what SQL keeps of it, and what that means while nobody has answered.
import type { HandOverStanding } from '#forms/parts/hand-overs.tsx';
import type { Enums } from './db.ts';

/** A hand-over as SQL's app.hand_overs_of gives it. */
export interface HandOverRow {
  id: string;
  state: Enums['hand_over_state'];
  to_email: string;
  to_name: string;
  note: string | null;
  asked_at: string;
  returned_at: string | null;
  ended_at: string | null;
  /** Another of those asked came first. */
  settled: boolean;
  may_take: boolean;
}

export function handOverStanding({ state, settled, returned_at }: HandOverRow): HandOverStanding {
  if (state !== 'asked') return state;
  if (settled) return 'settled';
  return returned_at ? 'returned' : 'asked';
}

/** Whether somebody has been asked and has not said how it went: nobody asks them a second time meanwhile. */
export const isWaiting = (row: HandOverRow): boolean => ['asked', 'settled', 'taken'].includes(handOverStanding(row));
