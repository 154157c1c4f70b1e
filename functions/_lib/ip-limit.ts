// So many posts from one IP address (or IPv6 network) in a minute, counted by each running copy of a function.
// Netlify's own rateLimit (in each endpoint's config) stands before it and counts for all copies together.
import { env } from './env.ts';

const WINDOW_MS = 60_000;
/** Enough addresses for a busy minute; beyond it the oldest are forgotten, so that a flood cannot fill the memory. */
const MOST_ADDRESSES = 10_000;

const posts = new Map<string, number[]>();

/** One home or office: an IPv4 address, or the /64 of an IPv6 address, in which a single machine has as many as it likes. */
export function networkOf(ip: string): string {
  const address = ip.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (!address.includes(':')) return address;
  const [before = [], after = []] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase();
}

/** Seconds to wait, or undefined when this post is within the limit. Times are milliseconds. */
export function tooManyPosts(ip: string, now: number = Date.now()): number | undefined {
  const limit = env().IP_LIMIT_PER_MINUTE;
  if (limit === 0) return undefined;
  const network = networkOf(ip);
  const recent = (posts.get(network) ?? []).filter((at) => at > now - WINDOW_MS);
  posts.delete(network);
  posts.set(network, recent);
  if (posts.size > MOST_ADDRESSES) posts.delete(posts.keys().next().value as string);
  if (recent.length >= limit) return Math.max(1, Math.ceil(((recent[0] as number) + WINDOW_MS - now) / 1000));
  recent.push(now);
  return undefined;
}
