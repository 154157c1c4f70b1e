// GET /lupaus, /sv/lofte, /en/promise — show-promise: the promise, how its clock counts, and how it has been kept.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { showPromise } from '#lib/show-promise.tsx';

export const config: Config = {
  path: ['/lupaus', '/lupaus/', '/sv/lofte', '/sv/lofte/', '/en/promise', '/en/promise/'],
};

export default handle({ GET: showPromise });
