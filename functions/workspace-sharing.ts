// GET /workspace/sharing — workspace-sharing: who can see what of the company, and when they last looked.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace } from '#lib/workspace/door.ts';
import { showSharing } from '#lib/workspace/sharing.tsx';

export const config: Config = { path: '/workspace/sharing' };

export default handle({ GET: getInWorkspace(showSharing) });
