// Where a person goes on to after signing in: a page behind the door, and nothing that somebody else wrote into the address.
import type { Door } from './door.ts';

/** No host has this name, so what resolves to it is a path of ours. */
const HERE = 'https://door.invalid';

/** The path with its query as a browser would resolve it; the door's first page for anything that leads elsewhere. */
export function ownPath({ paths }: Pick<Door<never>, 'paths'>, wanted: unknown): string {
  if (typeof wanted !== 'string' || !URL.canParse(wanted, HERE)) return paths.home;
  const { origin, pathname, search } = new URL(wanted, HERE);
  const isOurs = pathname === paths.home || pathname.startsWith(`${paths.home}/`);
  const onlyPosts = [paths.signIn, paths.signOut, paths.language].includes(pathname);
  return origin === HERE && isOurs && !onlyPosts ? pathname + search : paths.home;
}
