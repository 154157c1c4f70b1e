// GET, POST /workspace — workspace: the company's one place; whose needs these are, an invitation's yes or no, and which company to look at.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { actOnHome, showHome } from '#lib/workspace/home.tsx';

export const config: Config = { path: ['/workspace', '/workspace/'] };

export default handle({
  GET: getInWorkspace((call) => showHome(call)),
  POST: postInWorkspace(actOnHome),
  refuse: refuseInWorkspace,
});
