// Schedule, each hour — erase-data: what was asked to be erased a week ago goes, and the address of its last letter after it.
import type { Config } from '@netlify/functions';
import { asSystem } from '#lib/db.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '20 * * * *' };

/** A company has thousands of rows at the most: ten of them take seconds. */
const AT_A_TIME = 10;

export default scheduled('erase-data', async () => {
  const [done] = await asSystem().rpc('erase_due', { p_most: AT_A_TIME });
  if (!done || Object.values(done).every((count) => count === 0)) return;
  log('info', 'data erased', done);
  await drainOutbox();
});
