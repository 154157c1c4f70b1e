// GET /workspace/looks — workspace-looks: who from outside has looked at what is the company's.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace } from '#lib/workspace/door.ts';
import { showLooks } from '#lib/workspace/looks.tsx';

export const config: Config = { path: '/workspace/looks' };

export default handle({ GET: getInWorkspace(showLooks) });
