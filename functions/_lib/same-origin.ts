// Whether a state-changing request comes from our own pages, or from a program that is no browser.
import { env } from './env.ts';

/** Fetch metadata first: browsers alone send it and pages cannot forge it. Then Origin. A program sends neither. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (!origin) return true;
  return origin === new URL(request.url).origin || origin === new URL(env().SITE_URL).origin;
}
