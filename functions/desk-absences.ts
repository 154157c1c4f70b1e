// GET, POST /desk/absences — desk-absences: who is away and who deputises; each coordinator tells it of themselves.
import type { Config } from '@netlify/functions';
import { actOnAbsences, showAbsences } from '#lib/desk/absences.tsx';
import { getAtDesk, postAtDesk, refuseAtDesk } from '#lib/desk/door.ts';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: ['/desk/absences', '/desk/absences/'] };

export default handle({ GET: getAtDesk(showAbsences), POST: postAtDesk(actOnAbsences), refuse: refuseAtDesk });
