// Cookies, read and written: every one of ours is httpOnly, for our own site, and Secure where the site is.
import { env } from './env.ts';

const isSecure = (): boolean => env().SITE_URL.startsWith('https:');

/** Behind https a name that no other host of the same domain can write: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes */
export const hostName = (name: string): string => (isSecure() ? `__Host-${name}` : name);

export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** Without `seconds` the browser forgets it when it closes; with 0 at once. */
export const cookie = (name: string, value: string, seconds?: number): string =>
  [
    `${name}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure() ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ');
