// GET, POST /workspace/needs/:reference, …/reply — workspace-need: a need of the company: status, thread, reply, withdrawal.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { actOnNeed, showNeed } from '#lib/workspace/need.tsx';

export const config: Config = { path: ['/workspace/needs/:reference', '/workspace/needs/:reference/reply'] };

export default handle({
  GET: getInWorkspace((call) => showNeed(call)),
  POST: postInWorkspace(actOnNeed),
  refuse: refuseInWorkspace,
});
