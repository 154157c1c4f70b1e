// What the portal itself publishes from its database, read back by the build: the last deploy answers at SITE_URL.
import type * as z from 'zod';

/** A deploy waits for nobody longer than this. */
const TIMEOUT_MS = 5000;

const asked = new Map<string, Promise<unknown>>();

/**
 * Undefined where there is no SITE_URL (a laptop, a test), where nothing answers (the very first deploy, an outage), and
 * where the answer has another shape: the site is built all the same, without figures rather than with old or odd ones.
 */
export function readLive<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema> | undefined> {
  const site = process.env.SITE_URL;
  if (!site) return Promise.resolve(undefined);
  const url = new URL(path, site).href;
  const answer = asked.get(url) ?? fetchJson(url);
  asked.set(url, answer);
  return answer.then((json) => {
    const read = schema.safeParse(json);
    if (json !== undefined && !read.success)
      console.warn(`${url}: has another shape than this build expects; left out.`);
    return read.data;
  });
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(String(response.status));
    return await response.json();
  } catch (error) {
    console.warn(
      `${url}: no answer (${error instanceof Error ? error.message : error}); the pages are built without it.`,
    );
    return undefined;
  }
}
