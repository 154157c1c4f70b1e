// Who is at the desk: the cookie's tokens, made fresh when they are about to expire, and the session that they belong to.
import { asPerson, type Caller, DatabaseFault, type Enums, type Returned, refreshTokens, type Tokens } from '../db.ts';
import { keepCoordinators } from './keep-coordinators.ts';
import { readTokens, tokenFacts, tokensCookie } from './session-cookie.ts';

export interface DeskPerson {
  email: string;
  name: string | null;
  isLead: boolean;
}
export type NoSession = Exclude<Enums['desk_session_standing'], 'living' | 'unknown'> | 'none';
export type DeskSession =
  | { status: 'living'; person: DeskPerson; now: Date; db: Caller; access: string; renewed: string | undefined }
  | { status: NoSession };

/** Time enough for the slowest page to be made with the old token. */
const FRESH_MS = 60_000;
/** PostgREST's words for a token that is expired, or not one of ours (any more, once keys were rotated). */
const BAD_TOKEN = /^PGRST30\d$/;

type Row = Returned<'desk_session'>[number];

async function ask(tokens: Tokens): Promise<Row | undefined> {
  try {
    const [row] = await asPerson(tokens.access).rpc('desk_session', {});
    return row;
  } catch (error) {
    if (error instanceof DatabaseFault && BAD_TOKEN.test(error.code)) return undefined;
    throw error;
  }
}

/** Throws DatabaseDown. */
export async function deskSession(request: Request): Promise<DeskSession> {
  const given = readTokens(request);
  const facts = given && tokenFacts(given.access);
  if (!given || !facts) return { status: 'none' };
  await keepCoordinators();
  let tokens: Tokens | undefined = given;
  let row: Row | undefined;
  if (facts.expiresAt.getTime() - Date.now() > FRESH_MS) row = await ask(given);
  // About to expire, or so it is by the database's clock, which rules: this server's may be wrong.
  if (!row) {
    tokens = await refreshTokens(given.refresh);
    row = tokens && (await ask(tokens));
  }
  if (!row || !tokens) return { status: 'expired' };
  if (row.standing === 'unknown') return { status: 'none' };
  if (row.standing !== 'living') return { status: row.standing };
  const secondsLeft = Math.round((new Date(row.expires_at).getTime() - new Date(row.now).getTime()) / 1000);
  return {
    status: 'living',
    person: { email: row.email, name: row.name, isLead: row.is_lead },
    now: new Date(row.now),
    db: asPerson(tokens.access),
    access: tokens.access,
    renewed: tokens === given ? undefined : tokensCookie(tokens, row.own_device ? secondsLeft : undefined),
  };
}
