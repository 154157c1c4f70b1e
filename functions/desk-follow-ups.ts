// GET /desk/follow-ups — people who answered a survey low, to be answered by their due time.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showFollowUps } from '#lib/desk/follow-ups.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/follow-ups' };

export default handle({ GET: getAtDesk(showFollowUps) });
