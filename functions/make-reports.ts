// Schedule, each hour — make-reports: packs for meetings that come, and each month the providers' figures; what is made is not made again.
import type { Config } from '@netlify/functions';
import { asSystem } from '#lib/db.ts';
import { drainOutbox } from '#lib/drain-outbox.ts';
import { log } from '#lib/log.ts';
import { makePacks } from '#lib/reports/make-packs.ts';
import { sendProviderFigures } from '#lib/reports/send-provider-figures.ts';
import { scheduled } from '#lib/scheduled.ts';

// UTC knows no summer time: the code looks at Helsinki's clock, and most runs find that there is nothing to make.
export const config: Config = { schedule: '20 * * * *' };

export default scheduled('make-reports', async () => {
  // This server's clock may be wrong: the database's rules.
  const now = new Date(await asSystem().rpc('clock', {}));
  const packs = await makePacks(now);
  const providers = await sendProviderFigures(now);
  for (const meeting of packs ?? []) log('info', 'pack made for a meeting', { meeting });
  if (providers) log('info', 'figures sent to providers', { providers });
  if (packs?.length || providers) await drainOutbox();
});
