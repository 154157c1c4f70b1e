// So many posts from one IP address in a minute, counted by each running copy of a function.
// Netlify's own rateLimit (in each endpoint's config) stands before it and counts for all copies together.
import { env } from './env.ts';

const WINDOW_MS = 60_000;
/** Enough addresses for a busy minute; beyond it the oldest are forgotten, so that a flood cannot fill the memory. */
const MOST_ADDRESSES = 10_000;

const posts = new Map<string, number[]>();

/** Seconds to wait, or undefined when this post is within the limit. Times are milliseconds. */
export function tooManyPosts(ip: string, now: number = Date.now()): number | undefined {
  const limit = env().IP_LIMIT_PER_MINUTE;
  if (limit === 0) return undefined;
  const recent = (posts.get(ip) ?? []).filter((at) => at > now - WINDOW_MS);
  posts.delete(ip);
  posts.set(ip, recent);
  if (posts.size > MOST_ADDRESSES) posts.delete(posts.keys().next().value as string);
  if (recent.length >= limit) return Math.max(1, Math.ceil(((recent[0] as number) + WINDOW_MS - now) / 1000));
  recent.push(now);
  return undefined;
}
