// GET, POST /workspace/sign-in — workspace-sign-in: an address, a code that is mailed to it, and its person is in the workspace.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { signInAt } from '#lib/sign-in/sign-in.tsx';
import { workspace } from '#lib/workspace/door.ts';

export const config: Config = {
  path: '/workspace/sign-in',
  rateLimit: { windowSize: 60, windowLimit: 60, aggregateBy: ['ip', 'domain'] },
};

export default handle(signInAt(workspace));
