// GET, POST /workspace/shared, …/:consent — workspace-shared: for an adviser, what companies share, and a comment on a shared need.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { comment } from '#lib/workspace/comment.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { showShared, showSharedConsent } from '#lib/workspace/shared.tsx';

export const config: Config = { path: ['/workspace/shared', '/workspace/shared/:consent'] };

export default handle({
  GET: getInWorkspace((call) => (call.params.consent ? showSharedConsent(call) : showShared(call))),
  POST: postInWorkspace(comment),
  refuse: refuseInWorkspace,
});
