// GET, POST /workspace/profile — workspace-profile: what was told once, where it came from, and its correction.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { actOnProfile, showProfile } from '#lib/workspace/profile.tsx';

export const config: Config = { path: '/workspace/profile' };

export default handle({
  GET: getInWorkspace(showProfile),
  POST: postInWorkspace(actOnProfile),
  refuse: refuseInWorkspace,
});
