// GET /data/feedback.json, /data/feedback.csv — feedback-data: what was answered in surveys, as open data.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { feedbackDataResponse } from '#lib/reports/feedback-data.ts';

export const config: Config = { path: ['/data/feedback.json', '/data/feedback.csv'] };

export default handle({ GET: feedbackDataResponse });
