// Schedule, each ten minutes — send-surveys: after an event and its delay companies are asked, and reminded once.
import type { Config } from '@netlify/functions';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';
import { sendSurveys } from '#lib/surveys/send-surveys.ts';

// UTC knows no summer time: the code looks at Helsinki's clock, and most runs find that it is not the time.
export const config: Config = { schedule: '*/10 * * * *' };

export default scheduled('send-surveys', async () => {
  const sent = await sendSurveys();
  if (!sent || sent.asked + sent.reminded === 0) return;
  log('info', 'surveys sent', { ...sent });
  await drainOutbox();
});
