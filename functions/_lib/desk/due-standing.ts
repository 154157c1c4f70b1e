// How a need stands to its promise, as the desk says it: what nobody has answered is coming or late, the rest is kept or broken.
import type { DueStanding } from '#forms/parts/due-mark.tsx';

export function dueStanding(
  need: { due_at: string; first_response_at: string | null; promise_kept: boolean | null; closed_at: string | null },
  now: Date,
): DueStanding {
  if (need.promise_kept === true) return 'kept';
  if (need.first_response_at) return 'broken';
  // Ended without an answer: taken back by the company, in time or too late.
  if (need.closed_at) return need.promise_kept === false ? 'broken' : 'none';
  return now > new Date(need.due_at) ? 'late' : 'coming';
}
