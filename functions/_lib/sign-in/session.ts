// Who has come through a door: the cookie's tokens, made fresh when they are about to expire, and the session that they belong to.
import { asPerson, type Caller, DatabaseFault, type Enums, refreshTokens, type Tokens } from '../db.ts';
import type { Door, SessionRow } from './door.ts';
import { readTokens, tokenFacts, tokensCookie } from './session-cookie.ts';

export type NoSession = Exclude<Enums['session_standing'], 'living' | 'unknown'> | 'none';
export type Session<Person> =
  | { status: 'living'; person: Person; now: Date; db: Caller; access: string; renewed: string | undefined }
  | { status: NoSession };

/** Time enough for the slowest page to be made with the old token. */
const FRESH_MS = 60_000;
/** PostgREST's words for a token that is expired, or not one of ours (any more, once keys were rotated). */
const BAD_TOKEN = /^PGRST30\d$/;

async function ask<Person>(door: Door<Person>, tokens: Tokens): Promise<SessionRow<Person> | undefined> {
  try {
    return await door.ask(asPerson(tokens.access));
  } catch (error) {
    if (error instanceof DatabaseFault && BAD_TOKEN.test(error.code)) return undefined;
    throw error;
  }
}

/** Throws DatabaseDown. */
export async function sessionAt<Person>(door: Door<Person>, request: Request): Promise<Session<Person>> {
  const given = readTokens(request, door.name);
  const facts = given && tokenFacts(given.access);
  if (!given || !facts) return { status: 'none' };
  await door.prepare();
  let tokens: Tokens | undefined = given;
  let row: SessionRow<Person> | undefined;
  if (facts.expiresAt.getTime() - Date.now() > FRESH_MS) row = await ask(door, given);
  // About to expire, or so it is by the database's clock, which rules: this server's may be wrong.
  if (!row) {
    tokens = await refreshTokens(given.refresh);
    row = tokens && (await ask(door, tokens));
  }
  if (!row || !tokens) return { status: 'expired' };
  if (row.standing === 'unknown') return { status: 'none' };
  if (row.standing !== 'living') return { status: row.standing };
  const secondsLeft = Math.round((new Date(row.expires_at).getTime() - new Date(row.now).getTime()) / 1000);
  return {
    status: 'living',
    person: row.person,
    now: new Date(row.now),
    db: asPerson(tokens.access),
    access: tokens.access,
    renewed: tokens === given ? undefined : tokensCookie(door.name, tokens, row.own_device ? secondsLeft : undefined),
  };
}
