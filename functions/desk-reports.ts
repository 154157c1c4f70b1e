// GET /desk/reports — desk-reports: needs and feedback of a period by theme, service and provider, for coordinators.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showReports } from '#lib/desk/reports/show-reports.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: ['/desk/reports', '/desk/reports/'] };

export default handle({ GET: getAtDesk(showReports) });
