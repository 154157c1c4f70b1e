// A session's cookie, one for each door: both tokens in one, so that a browser never has one without the other.
import { cookie, hostName, readCookie } from '../cookies.ts';
import type { Enums, Tokens } from '../db.ts';

type DoorName = Enums['door'];

/** Stands in no token: a JWT is base64url and dots, a refresh token letters, digits and dashes. */
const BETWEEN = '~';

/** Whether the browser brings one at all, whatever it is worth. */
export const hasTokens = (request: Request, door: DoorName): boolean =>
  readCookie(request, hostName(door)) !== undefined;

export function readTokens(request: Request, door: DoorName): Tokens | undefined {
  const [access, refresh, ...rest] = (readCookie(request, hostName(door)) ?? '').split(BETWEEN);
  return access && refresh && rest.length === 0 ? { access, refresh } : undefined;
}

/** On an own device the browser keeps it until the session ends; elsewhere no longer than until it is closed. */
export const tokensCookie = (door: DoorName, { access, refresh }: Tokens, seconds?: number): string =>
  cookie(hostName(door), `${access}${BETWEEN}${refresh}`, seconds);

export const noTokensCookie = (door: DoorName): string => cookie(hostName(door), '', 0);

export interface TokenFacts {
  sessionId: string;
  expiresAt: Date;
}

/** What a token says of itself. Nothing is decided by it: the database checks the token and the session behind it. */
export function tokenFacts(access: string): TokenFacts | undefined {
  try {
    const claims = JSON.parse(Buffer.from(access.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const { session_id: sessionId, exp } = claims;
    return typeof sessionId === 'string' && typeof exp === 'number'
      ? { sessionId, expiresAt: new Date(exp * 1000) }
      : undefined;
  } catch {
    return undefined;
  }
}
