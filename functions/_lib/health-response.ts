// What a monitor is told: ok, degraded (letters are stuck or late) or down (no database), with the figures.
import packageFile from '../../package.json' with { type: 'json' };
import { asSystem, DatabaseDown } from './db.ts';
import { json } from './respond.ts';

/** The outbox is drained each minute: what is due for five has a reason that somebody should look at. */
const LATE_SECONDS = 300;

export async function healthResponse(): Promise<Response> {
  const { version } = packageFile;
  try {
    const [[outbox], nobodyLeft, lateSchedules] = await Promise.all([
      asSystem().rpc('health', {}),
      asSystem().rpc('nobody_left', {}),
      asSystem().rpc('late_schedules', {}),
    ]);
    if (!outbox) throw new Error('health returned no row');
    const status = outbox.stuck > 0 || outbox.oldest_seconds > LATE_SECONDS ? 'degraded' : 'ok';
    // Nobody waits for it this minute, so it changes no status; who or what it is, an operator asks the database.
    const warnings = [
      ...(nobodyLeft.length > 0 ? ['nobody_deputises'] : []),
      ...(lateSchedules.length > 0 ? ['schedule_late'] : []),
    ];
    return json({ status, version, database: 'up', outbox, ...(warnings.length > 0 && { warnings }) });
  } catch (error) {
    if (!(error instanceof DatabaseDown)) throw error;
    return json({ status: 'down', version, database: 'down', outbox: null }, 503, { 'retry-after': '60' });
  }
}
