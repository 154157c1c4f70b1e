// POST /api/links — request-link: mails fresh links to an address; says the same whether it is known.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { refuseRequestLink, requestLink } from '#lib/request-link.tsx';

export const config: Config = {
  path: '/api/links',
  rateLimit: { windowSize: 60, windowLimit: 60, aggregateBy: ['ip', 'domain'] },
};

export default handle({ POST: requestLink, refuse: refuseRequestLink });
