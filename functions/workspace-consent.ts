// GET, POST /workspace/sharing/:consent — workspace-consent: the record of a consent; taken back, gone on with, its address put right.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { actOnConsent, showConsent } from '#lib/workspace/consent.tsx';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';

export const config: Config = { path: '/workspace/sharing/:consent' };

export default handle({
  GET: getInWorkspace((call) => showConsent(call)),
  POST: postInWorkspace(actOnConsent),
  refuse: refuseInWorkspace,
});
