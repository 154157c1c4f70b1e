// GET, POST /workspace/my-data/erase — workspace-erase: what erasing means, and the asking for it.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { askErasure, showErase } from '#lib/workspace/my-data.tsx';

export const config: Config = { path: '/workspace/my-data/erase' };

export default handle({
  GET: getInWorkspace(showErase),
  POST: postInWorkspace(askErasure),
  refuse: refuseInWorkspace,
});
