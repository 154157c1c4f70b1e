// Schedule, each ten minutes — walk-ladder: the promise is reminded of, and told of when it is late; at eight on working days the digests.
import type { Config } from '@netlify/functions';
import { keepCoordinators } from '#lib/desk/keep-coordinators.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';
import { walkLadder } from '#lib/walk-ladder.ts';

// UTC knows no summer time: the code looks at Helsinki's clock, and most runs find that it is not the time.
export const config: Config = { schedule: '*/10 * * * *' };

export default scheduled('walk-ladder', async () => {
  await keepCoordinators();
  const walked = await walkLadder();
  if (!walked) return;
  const { nobodyLeft, ...done } = walked;
  if (Object.values(done).some((count) => count > 0)) log('info', 'ladder walked', done);
  // Once a day, with the digests.
  if (done.digests > 0 && nobodyLeft > 0)
    log('warning', 'coordinators are away and nobody deputises', { away: nobodyLeft });
  await drainOutbox();
});
