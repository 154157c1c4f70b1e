// The portal whose database a build asks, through what it publishes: the last deploy.
import { isLoopback } from './is-loopback.ts';

/**
 * Its address; undefined when a build is to ask nobody. The address of a laptop is no published portal: one that is being
 * started cannot answer its own build, and any other that runs there has nothing to do with it. PUBLISHED_URL is for the
 * local build hook, whose portal runs.
 */
export function publishedPortal(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.PUBLISHED_URL) return env.PUBLISHED_URL;
  if (!env.SITE_URL || !URL.canParse(env.SITE_URL) || isLoopback(new URL(env.SITE_URL).hostname)) return undefined;
  return env.SITE_URL;
}
