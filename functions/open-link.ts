// GET, POST /l/:token — open-link: GET shows what a letter's link is for, POST does it. GET and HEAD change nothing.
import type { Config } from '@netlify/functions';
import { LIMITS } from '#domain/limits.ts';
import { handle } from '#lib/handle.ts';
import { actOnLink, showLink } from '#lib/link-response.tsx';
import { refuseAct } from '#lib/refuse-act.tsx';

export const config: Config = {
  path: '/l/:token',
  rateLimit: { windowSize: 60, windowLimit: 120, aggregateBy: ['ip', 'domain'] },
};

export default handle({ GET: showLink, POST: actOnLink, refuse: refuseAct, most: LIMITS.linkBody });
