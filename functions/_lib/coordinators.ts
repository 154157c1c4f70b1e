// The coordinators, as COORDINATOR_EMAILS names them; the first is the lead.
import { env } from './env.ts';

export interface Coordinator {
  email: string;
  name: string | null;
}

/** `maija@city.fi, Matti Malli <matti@city.fi>` → two people. Throws when an entry is no address. */
export function parseCoordinators(list: string): Coordinator[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [, name, address] = /^(?:"?([^"<]*?)"?\s*<)?([^<>\s]+@[^<>\s]+?)>?$/.exec(entry) ?? [];
      if (!address) throw new Error('COORDINATOR_EMAILS holds an entry that is no address');
      return { email: address.toLowerCase(), name: name || null };
    });
}

export const coordinators = (): Coordinator[] => parseCoordinators(env().COORDINATOR_EMAILS);
