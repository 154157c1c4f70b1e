// GET, POST /workspace/my-data — workspace-my-data: what may be done with one's data; undoes an erasure.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { showMyData, undoErasure } from '#lib/workspace/my-data.tsx';

export const config: Config = { path: '/workspace/my-data' };

export default handle({
  GET: getInWorkspace(showMyData),
  POST: postInWorkspace(undoErasure),
  refuse: refuseInWorkspace,
});
