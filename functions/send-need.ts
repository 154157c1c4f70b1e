// POST /api/needs — send-need: takes a need in, once, and leads to its receipt.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { refuseNeed } from '#lib/need-form.tsx';
import { sendNeed } from '#lib/send-need.ts';

export const config: Config = {
  path: '/api/needs',
  rateLimit: { windowSize: 60, windowLimit: 60, aggregateBy: ['ip', 'domain'] },
};

export default handle({ POST: sendNeed, refuse: refuseNeed });
