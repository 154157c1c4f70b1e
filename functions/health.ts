// GET /api/health — health: the truth about the database and the outbox, for a monitor.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { healthResponse } from '#lib/health-response.ts';

export const config: Config = { path: '/api/health' };

export default handle({ GET: healthResponse });
