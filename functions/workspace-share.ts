// GET, POST /workspace/share — workspace-share: an owner lets somebody outside the company in, and sees beforehand what they will see.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { actOnShare, showShare } from '#lib/workspace/share.tsx';

export const config: Config = { path: '/workspace/share' };

export default handle({
  GET: getInWorkspace(showShare),
  POST: postInWorkspace(actOnShare),
  refuse: refuseInWorkspace,
});
