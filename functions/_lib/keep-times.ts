// keep-times: gives SQL the times of the content, batch by batch, until nothing is left or the run's time is up.
import { catalogue } from './catalogue.ts';
import { asSystem } from './db.ts';

/** Of each kind at a time: small enough that nobody waits for a lock, and a batch takes a second. */
const AT_A_TIME = 200;
/** A scheduled function has 30 seconds; the next night goes on where this one ends. */
const BUDGET_MS = 20_000;

/** How many records of each kind went, without the kinds of which none did. */
export async function keepTimes(): Promise<Record<string, number>> {
  const until = Date.now() + BUDGET_MS;
  const all: Record<string, number> = {};
  while (Date.now() < until) {
    const rows = await asSystem().rpc('keep_times', { p_times: catalogue.keeping, p_most: AT_A_TIME });
    for (const { kind, done } of rows) if (done > 0) all[kind] = (all[kind] ?? 0) + done;
    if (!rows.some(({ done }) => done >= AT_A_TIME)) break;
  }
  return all;
}
