// walk-ladder: reckons with the database's clock what the ladder has come to; SQL says which needs that is, and does it once.
import { ladderAt, mailHoursFrom } from '#domain/ladder.ts';
import { asSystem } from './db.ts';
import { asMultirange } from './multirange.ts';

/** So many working days a letter of the ladder is tried for, before an operator has it. */
const DAYS_TRIED = 10;

export interface Walked {
  reminded: number;
  escalated: number;
  told: number;
  digests: number;
  /** Experts who are to answer a low answer to a survey. */
  remindedOfFeedback: number;
  /** Coordinators who are away while nobody whom they named is there. */
  nobodyLeft: number;
}

/** Undefined outside the mail hours. */
export async function walkLadder(): Promise<Walked | undefined> {
  // This server's clock may be wrong: the database's rules.
  const now = new Date(await asSystem().rpc('clock', {}));
  const ladder = ladderAt(now);
  if (!ladder) return undefined;
  const p_mail_hours = asMultirange(mailHoursFrom(now, DAYS_TRIED));
  const [walked] = await asSystem().rpc('walk_ladder', {
    p_today: ladder.today,
    p_remind_due_by: ladder.remindDueBy.toISOString(),
    p_tell_due_before: ladder.tellDueBefore.toISOString(),
    p_mail_hours,
  });
  if (!walked) throw new Error('walk_ladder returned no row');
  const remindedOfFeedback = await asSystem().rpc('remind_follow_ups', {
    p_remind_due_by: ladder.remindDueBy.toISOString(),
    p_mail_hours,
  });
  const nobodyLeft = walked.digests > 0 ? (await asSystem().rpc('nobody_left', {})).length : 0;
  return { ...walked, remindedOfFeedback, nobodyLeft };
}
