// return-hand-overs: gives SQL the working days around now; SQL says by its own clock what has waited for an answer too long.
import { addWorkingDays, isWorkingDay } from '#domain/calendar.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { asSystem } from './db.ts';

/** So long an expert may stay silent: of the promise's two working days, one is left for somebody else to answer in. */
const SILENT_WORKING_DAYS = 1;

/** How many came back; undefined when it is no time for letters: they go on working days from 8 to 16. */
export async function returnHandOvers(): Promise<number | undefined> {
  let now = new Date();
  for (let tries = 0; tries < 3; tries += 1) {
    const today = helsinkiDate(now);
    const [row] = await asSystem().rpc('return_hand_overs', {
      p_today: today,
      p_asked_on: isWorkingDay(today) ? addWorkingDays(today, -SILENT_WORKING_DAYS) : null,
    });
    if (!row) throw new Error('return_hand_overs returned no row');
    if (row.outcome === 'done') return row.returned;
    if (row.outcome === 'not_now') return undefined;
    now = new Date(row.now);
  }
  throw new Error('return_hand_overs: the days of this server and of the database do not meet');
}
