// Signing out: the session is dead in the database first, so that it opens nothing whatever becomes of the tokens.
import { endTokens } from '../db.ts';
import type { PostCall } from '../handle.ts';
import { log } from '../log.ts';
import { seeOther } from '../respond.ts';
import type { Door } from './door.ts';
import { sessionAt } from './session.ts';
import { noTokensCookie } from './session-cookie.ts';

export const signOutOf =
  <Person>(door: Door<Person>) =>
  async ({ request, fields, waitUntil }: PostCall): Promise<Response> => {
    const session = await sessionAt(door, request);
    const everywhere = fields.everywhere === 'yes';
    if (session.status === 'living') {
      await door.end(session.db, everywhere);
      // The tokens' own end at Supabase Auth is tidiness: nobody waits for it. Everywhere would end the other door too.
      waitUntil(endTokens(session.access, false).catch(() => log('warning', 'tokens not ended')));
    }
    return seeOther(`${door.paths.signIn}?why=signed_out`, { 'set-cookie': noTokensCookie(door.name) });
  };
