// GET /desk/reports/:file — desk-reports: one report for a spreadsheet, as months.csv, or for programs with as=data.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showReportFile } from '#lib/desk/reports/show-reports.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/reports/:file' };

export default handle({ GET: getAtDesk(showReportFile) });
