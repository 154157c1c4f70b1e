// GET, POST /desk/sign-in — desk-sign-in: an address, a code that is mailed to it, and a coordinator is at the desk.
import type { Config } from '@netlify/functions';
import { refuseSignIn, showSignIn, signIn } from '#lib/desk/sign-in.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = {
  path: '/desk/sign-in',
  rateLimit: { windowSize: 60, windowLimit: 60, aggregateBy: ['ip', 'domain'] },
};

export default handle({ GET: showSignIn, POST: signIn, refuse: refuseSignIn });
