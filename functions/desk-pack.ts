// GET /desk/packs/:id — desk-packs: a pack as it was sent, for coordinators.
import type { Config } from '@netlify/functions';
import { getAtDesk } from '#lib/desk/door.ts';
import { showPack } from '#lib/desk/reports/packs.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/packs/:id' };

export default handle({ GET: getAtDesk(showPack) });
