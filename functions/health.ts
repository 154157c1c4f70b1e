// GET /api/health — health: the truth about the database and the outbox, for a monitor.
import type { Config } from '@netlify/functions';
import { healthResponse } from '#lib/health-response.ts';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/api/health' };

export default handle({ GET: healthResponse });
