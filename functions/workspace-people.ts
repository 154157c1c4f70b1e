// GET, POST /workspace/people — workspace-people: who belongs to the company, who is invited, who asks to be let in.
import type { Config } from '@netlify/functions';
import { handle } from '#lib/handle.ts';
import { getInWorkspace, postInWorkspace, refuseInWorkspace } from '#lib/workspace/door.ts';
import { showPeople } from '#lib/workspace/people.tsx';
import { actOnPeople } from '#lib/workspace/people-acts.ts';

export const config: Config = { path: '/workspace/people' };

export default handle({
  GET: getInWorkspace(showPeople),
  POST: postInWorkspace(actOnPeople),
  refuse: refuseInWorkspace,
});
