// POST /workspace/sign-out — workspace-sign-out: ends the session here, or everywhere.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { signOutOf } from '#lib/sign-in/sign-out.ts';
import { workspace } from '#lib/workspace/door.ts';

export const config: Config = { path: '/workspace/sign-out' };

export default handle({ POST: signOutOf(workspace) });
