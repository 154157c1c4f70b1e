// GET, POST /desk/packs — desk-packs, correct-pack: the steering group's packs as they were sent; POST makes a corrected version.
import type { Config } from '@netlify/functions';
import { getAtDesk, postAtDesk, refuseAtDesk } from '#lib/desk/door.ts';
import { correctPack, showPacks } from '#lib/desk/reports/packs.tsx';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: ['/desk/packs', '/desk/packs/'] };

export default handle({ GET: getAtDesk(showPacks), POST: postAtDesk(correctPack), refuse: refuseAtDesk });
