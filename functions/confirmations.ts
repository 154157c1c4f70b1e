// GET /data/confirmations.json — confirmations: { provider: day on which it last confirmed its texts }, for the site's build.
import type { Config } from '@netlify/functions';
import { confirmationsResponse } from '#lib/confirmations-response.ts';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/data/confirmations.json' };

export default handle({ GET: confirmationsResponse });
