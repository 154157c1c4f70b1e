// Schedule, each night at 3.40 in Helsinki, 4.40 in summer (UTC knows no summer time) — keep-times: what is past its keeping time goes.
import type { Config } from '@netlify/functions';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { keepTimes } from '#lib/keep-times.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '40 1 * * *' };

export default scheduled('keep-times', async () => {
  const done = await keepTimes();
  log('info', 'keeping times kept', done);
  // Owners of workspaces that nobody uses are told at once.
  if (done.workspaces) await drainOutbox();
});
