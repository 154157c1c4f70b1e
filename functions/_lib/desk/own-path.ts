// Where a person goes on to after signing in: a page of the desk, and nothing that somebody else wrote into the address.
import { DESK } from '#domain/routes.ts';

/** No host has this name, so what resolves to it is a path of ours. */
const HERE = 'https://desk.invalid';
const ONLY_POSTS: readonly string[] = [DESK.signIn, DESK.signOut, DESK.language];

/** The path with its query as a browser would resolve it; the list for anything that leads elsewhere. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, HERE)) return DESK.list;
  const { origin, pathname, search } = new URL(wanted, HERE);
  const isDesk = pathname === DESK.list || pathname.startsWith(`${DESK.list}/`);
  return origin === HERE && isDesk && !ONLY_POSTS.includes(pathname) ? pathname + search : DESK.list;
}
