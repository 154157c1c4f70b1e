// GET, POST /workspace/my-data/take-out — workspace-take-out: what the file holds, and the file.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { showTakeOut } from '#lib/workspace/my-data.tsx';
import { takeOut } from '#lib/workspace/take-out.ts';

export const config: Config = { path: '/workspace/my-data/take-out' };

export default handle({
  GET: getInWorkspace(showTakeOut),
  POST: postInWorkspace(takeOut),
  refuse: refuseInWorkspace,
});
