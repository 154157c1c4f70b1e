// GET, POST /workspace/my-data/erase-own — workspace-erase-own: what erasing oneself means, and the asking for it.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { askOwnErasure, showEraseOwn } from '#lib/workspace/erase-own.tsx';

export const config: Config = { path: '/workspace/my-data/erase-own' };

export default handle({
  GET: getInWorkspace(showEraseOwn),
  POST: postInWorkspace(askOwnErasure),
  refuse: refuseInWorkspace,
});
