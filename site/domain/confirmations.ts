// Which provider said when that its texts are right: what the portal answers, where the build asks, and what follows from it.
import * as z from 'zod';
import { CONFIRMATIONS } from './routes.ts';

/** Provider's id → day. From content comes another such day; the later one counts. */
export type Confirmations = ReadonlyMap<string, string>;

const answer = z.record(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,99}$/), z.iso.date());

/** An answer of the portal, read as strictly as it is written; throws on anything else. */
export const parseConfirmations = (json: string): Confirmations =>
  new Map(Object.entries(answer.parse(JSON.parse(json))));

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Where a build reads them; undefined when it is to read none. The address of a laptop is no published portal: one that is
 * being started cannot answer its own build, and any other that runs there has nothing to do with it. CONFIRMATIONS_URL is
 * for the local build hook, whose portal runs.
 */
export function confirmationsUrl(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env.CONFIRMATIONS_URL) return env.CONFIRMATIONS_URL;
  if (!env.SITE_URL || !URL.canParse(env.SITE_URL) || LOOPBACK.test(new URL(env.SITE_URL).hostname)) return undefined;
  return new URL(CONFIRMATIONS, env.SITE_URL).href;
}

/** A provider's own confirmation through a letter, unless there is none or it lies in the future, which nobody can have done. */
export function confirmationOf(id: string, confirmations: Confirmations, today: string): string | undefined {
  const day = confirmations.get(id);
  return day !== undefined && day <= today ? day : undefined;
}
