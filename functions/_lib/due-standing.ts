// How a need stands to its promise: for the desk in five words, for the promise's date on a page in three.
import type { LinkPage } from '#forms/link-page.ts';
import type { DueStanding } from '#forms/parts/due-mark.tsx';

interface Clock {
  due_at: string;
  first_response_at: string | null;
  promise_kept: boolean | null;
  closed_at: string | null;
}

/** What nobody has answered is coming or late, the rest is kept or broken. */
export function dueStanding(need: Clock, now: Date): DueStanding {
  if (need.promise_kept === true) return 'kept';
  if (need.first_response_at) return 'broken';
  // Ended without an answer: taken back by the company, in time or too late.
  if (need.closed_at) return need.promise_kept === false ? 'broken' : 'none';
  return now > new Date(need.due_at) ? 'late' : 'coming';
}

const ON_A_DATE = {
  coming: 'coming',
  // What ended in time without an answer, as when the company itself withdrew it, was not late.
  none: 'coming',
  kept: 'kept',
  late: 'late',
  broken: 'late',
} as const satisfies Record<DueStanding, LinkPage['standing']>;

export const dateStanding = (need: Clock, now: Date): LinkPage['standing'] => ON_A_DATE[dueStanding(need, now)];
