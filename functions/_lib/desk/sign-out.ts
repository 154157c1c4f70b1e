// desk-sign-out: the session is dead in the database first, so that it opens nothing whatever becomes of the tokens.
import { DESK } from '#domain/routes.ts';
import { endTokens } from '../db.ts';
import type { PostCall } from '../handle.ts';
import { log } from '../log.ts';
import { seeOther } from '../respond.ts';
import { deskSession } from './session.ts';
import { noTokensCookie } from './session-cookie.ts';

export async function signOut({ request, fields, waitUntil }: PostCall): Promise<Response> {
  const session = await deskSession(request);
  const everywhere = fields.everywhere === 'yes';
  if (session.status === 'living') {
    await session.db.rpc('desk_sign_out', { p_everywhere: everywhere });
    // The tokens' own end at Supabase Auth is tidiness: nobody waits for it.
    waitUntil(endTokens(session.access, everywhere).catch(() => log('warning', 'tokens not ended')));
  }
  return seeOther(`${DESK.signIn}?why=signed_out`, { 'set-cookie': noTokensCookie() });
}
