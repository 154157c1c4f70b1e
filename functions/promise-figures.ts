// GET /data/promise.json, /data/promise.csv — promise-figures: how the promise has been kept, as open data.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { promiseFiguresResponse } from '#lib/promise-figures.ts';

export const config: Config = { path: ['/data/promise.json', '/data/promise.csv'] };

export default handle({ GET: promiseFiguresResponse });
