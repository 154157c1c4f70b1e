// A scheduled function: what it does, and a note that it came through, without which health says after a day and a half that it is late.
import { asSystem, type Enums } from './db.ts';
import { log } from './log.ts';

export const scheduled = (schedule: Enums['schedule'], run: () => Promise<void>) => async (): Promise<void> => {
  await run();
  // What was done stays done: the next run notes itself.
  await asSystem()
    .rpc('note_run', { p_schedule: schedule })
    .catch(() => log('warning', 'a run was not noted', { schedule }));
};
