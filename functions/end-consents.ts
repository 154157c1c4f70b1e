// Schedule, each morning — end-consents: owners are asked whether to go on, and both sides hear of what has ended.
import type { Config } from '@netlify/functions';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { endConsents } from '#lib/end-consents.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

// After eight in Helsinki, in summer and in winter: the day is there, and nobody is woken.
export const config: Config = { schedule: '15 6 * * *' };

export default scheduled('end-consents', async () => {
  const done = await endConsents();
  if (done.asked + done.expired > 0) log('info', 'consents ended or about to end', { ...done });
  await drainOutbox();
});
