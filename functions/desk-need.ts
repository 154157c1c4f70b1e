// GET, POST /desk/needs/:reference — desk-need: all about one need, and what a coordinator does with it.
import type { Config } from '@netlify/functions';
import { getAtDesk, postAtDesk, refuseAtDesk } from '#lib/desk/door.ts';
import { actOnNeed, showNeed } from '#lib/desk/need.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/needs/:reference' };

export default handle({ GET: getAtDesk(showNeed), POST: postAtDesk(actOnNeed), refuse: refuseAtDesk });
