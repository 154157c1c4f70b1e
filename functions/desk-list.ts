// GET /desk — desk-list: the needs as a coordinator works through them.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showList } from '#lib/desk/list.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: ['/desk', '/desk/'] };

export default handle({ GET: getAtDesk(showList) });
