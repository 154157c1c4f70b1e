// Sends all that waits in a portal's outbox now: as if the leases of a killed process had run out and delays had passed.
import type pg from 'pg';

const WAITING = 'num_nonnulls(sent_at, dropped_at, stuck_at) = 0';
const ROUNDS = 20;

export async function drainAll(url: string, pool: pg.Pool): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rowCount } = await pool.query(
      `update app.outbox set leased_until = null, send_after = now() where ${WAITING} and letter <> 'survey'`,
    );
    if (rowCount === 0) return;
    const answer = await fetch(`${url}/dev/run/drain-outbox`, { method: 'POST' });
    if (!answer.ok) throw new Error(`drain-outbox answered ${answer.status}`);
  }
  throw new Error('The outbox did not become empty');
}
