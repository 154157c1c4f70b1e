// GET /palvelut/rajaa, /sv/tjanster/avgransa, /en/services/narrow — find-services: the map narrowed by what stands in the query.
import type { Config } from '@netlify/functions';
import { findServices } from '#lib/find-services.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = {
  path: [
    '/palvelut/rajaa',
    '/palvelut/rajaa/',
    '/sv/tjanster/avgransa',
    '/sv/tjanster/avgransa/',
    '/en/services/narrow',
    '/en/services/narrow/',
  ],
  rateLimit: { windowSize: 60, windowLimit: 120, aggregateBy: ['ip', 'domain'] },
};

export default handle({ GET: findServices });
