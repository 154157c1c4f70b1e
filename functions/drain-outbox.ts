// Schedule, each minute — drain-outbox: sends the letters that no request's own drain has sent.
import type { Config } from '@netlify/functions';
import { keepCoordinators } from '#lib/desk/keep-coordinators.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '* * * * *' };

export default scheduled('drain-outbox', async () => {
  // Within a minute of a deploy, whoever is listed no more is out, also when nobody comes to the desk.
  // Letters do not wait for it: what fails here is tried again in a minute.
  await keepCoordinators().catch(() => log('warning', 'coordinators not kept'));
  const { sent, failed } = await drainOutbox();
  if (sent + failed > 0) log('info', 'outbox drained', { sent, failed });
});
