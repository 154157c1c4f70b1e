// GET, POST /desk/sign-in — desk-sign-in: an address, a code that is mailed to it, and a coordinator is at the desk.
import type { Config } from '@netlify/functions';
import { desk } from '#lib/desk/door.ts';
import { handle } from '#lib/handle.ts';
import { signInAt } from '#lib/sign-in/sign-in.tsx';

export const config: Config = {
  path: '/desk/sign-in',
  rateLimit: { windowSize: 60, windowLimit: 60, aggregateBy: ['ip', 'domain'] },
};

export default handle(signInAt(desk));
