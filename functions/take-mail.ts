// Schedule, each minute — take-mail: fetches and takes in the mails that could not be right when they came.
import type { Config } from '@netlify/functions';
import { drainQuietly } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { takeMails } from '#lib/mail-in/take-mail.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '* * * * *' };

export default scheduled('take-mail', async () => {
  const { taken, failed } = await takeMails();
  if (taken + failed > 0) log('info', 'mails taken in', { taken, failed });
  if (taken > 0) await drainQuietly();
});
