// GET, POST /tarve, /sv/behov, /en/need — the need form: GET opens it, with a service chosen; POST goes from step to step.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { openNeedForm, refuseNeed, stepNeedForm } from '#lib/need-form.tsx';

export const config: Config = {
  path: ['/tarve', '/tarve/', '/sv/behov', '/sv/behov/', '/en/need', '/en/need/'],
  rateLimit: { windowSize: 60, windowLimit: 120, aggregateBy: ['ip', 'domain'] },
};

export default handle({ GET: openNeedForm, POST: stepNeedForm, refuse: refuseNeed });
