// GET, POST /desk/claims — settle-claim: people who named the number of a company that others hold, and a coordinator's word on it.
import type { Config } from '@netlify/functions';
import { settleClaim, showClaims } from '#lib/desk/claims.tsx';
import { getAtDesk, postAtDesk, refuseAtDesk } from '#lib/desk/door.ts';
import { handle } from '#lib/handle.ts';

export const config: Config = { path: '/desk/claims' };

export default handle({ GET: getAtDesk(showClaims), POST: postAtDesk(settleClaim), refuse: refuseAtDesk });
