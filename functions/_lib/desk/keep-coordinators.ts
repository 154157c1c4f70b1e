// Puts COORDINATOR_EMAILS on record, once in the life of a process: the list changes with a deploy, and a deploy starts new ones.
import { asSystem } from '../db.ts';
import { env } from '../env.ts';
import { coordinators } from '../people.ts';

let kept: { list: string; done: Promise<void> } | undefined;

/** Whoever comes first waits for it: a question at the desk, somebody who signs in, or the minute's schedule. */
export function keepCoordinators(): Promise<void> {
  const { COORDINATOR_EMAILS, SUPABASE_URL } = env();
  const list = `${SUPABASE_URL} ${COORDINATOR_EMAILS}`;
  if (kept?.list === list) return kept.done;
  const done = asSystem()
    .rpc('keep_coordinators', { p_coordinators: coordinators() as never })
    .then(() => undefined);
  // What failed is tried again by the next one.
  done.catch(() => {
    kept = undefined;
  });
  kept = { list, done };
  return done;
}
