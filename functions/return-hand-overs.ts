// Schedule, each quarter of an hour from 8 to 16 in Helsinki (UTC knows no summer time) — return-hand-overs: silent ones come back.
import type { Config } from '@netlify/functions';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { returnHandOvers } from '#lib/return-hand-overs.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '*/15 5-13 * * 1-5' };

export default scheduled('return-hand-overs', async () => {
  const returned = await returnHandOvers();
  if (!returned) return;
  log('info', 'hand-overs came back', { returned });
  await drainOutbox();
});
