// Schedule, each night at 0.05 in Helsinki, 1.05 in summer (UTC knows no summer time) — rebuild-site: the site as of the new day.
import type { Config } from '@netlify/functions';
import { rebuildSite } from '#lib/rebuild-site.ts';
import { scheduled } from '#lib/scheduled.ts';

export const config: Config = { schedule: '5 22 * * *' };

export default scheduled('rebuild-site', async () => {
  await rebuildSite();
});
