// The people whom the environment names: the coordinators, the editors of the content, the steering group.
import { env } from './env.ts';

export interface Person {
  email: string;
  name: string | null;
}

/** `maija@city.fi, Matti Malli <matti@city.fi>` → two people. Throws when an entry is no address. */
function parsePeople(variable: string, list: string): Person[] {
  return list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [, name, address] = /^(?:"?([^"<]*?)"?\s*<)?([^<>\s]+@[^<>\s]+?)>?$/.exec(entry) ?? [];
      if (!address) throw new Error(`${variable} holds an entry that is no address`);
      return { email: address.toLowerCase(), name: name || null };
    });
}

/** The first is the lead. */
export const coordinators = (): Person[] => parsePeople('COORDINATOR_EMAILS', env().COORDINATOR_EMAILS);

/** Whose packs are due is told to somebody in any case: to the coordinators' lead where no member is named. */
export function steeringGroup(): Person[] {
  const named = parsePeople('STEERING_EMAILS', env().STEERING_EMAILS ?? '');
  return named.length > 0 ? named : coordinators().slice(0, 1);
}

/** Somebody always gets what is reported: the coordinators' lead where no editor is named. */
export function editors(): Person[] {
  const named = parsePeople('EDITOR_EMAILS', env().EDITOR_EMAILS ?? '');
  return named.length > 0 ? named : coordinators().slice(0, 1);
}
