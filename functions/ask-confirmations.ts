// Schedule, working days at 9 or 10 in Helsinki (UTC knows no summer time) — ask-confirmations: are the published texts still right?
import type { Config } from '@netlify/functions';
import { askConfirmations } from '#lib/ask-confirmations.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '0 7 * * 1-5' };

export default scheduled('ask-confirmations', async () => {
  const done = await askConfirmations();
  if (done) log('info', 'contacts asked to confirm their texts', { asked: done.asked, ended: done.ended });
  else log('info', 'no contact asked: it is no working day in Helsinki between 8 and 16', {});
});
