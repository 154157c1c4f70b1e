// Schedule, each hour — erase-data: what was asked to be erased a week ago goes, and the address of its last letter after it.
import type { Config } from '@netlify/functions';
import { asSystem } from '#lib/db.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { mintLinks } from '#lib/links.ts';
import { log } from '#lib/log.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '20 * * * *' };

/** A company has thousands of rows at the most: ten of them take seconds. */
const AT_A_TIME = 10;

/** For passing on the needs of whoever is erased; three for each. */
const LINKS = 60;

const eraseDue = (links: number) => asSystem().rpc('erase_due', { p_most: AT_A_TIME, p_links: mintLinks(links) });

export default scheduled('erase-data', async () => {
  let [done] = await eraseDue(LINKS);
  // Somebody is the contact of more needs than that: as many links as it takes.
  if (done?.more_links) [done] = await eraseDue(done.more_links);
  if (!done || Object.values(done).every((count) => count === 0)) return;
  log('info', 'data erased', done);
  await drainOutbox();
});
