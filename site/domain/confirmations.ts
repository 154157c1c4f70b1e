// Which provider said when that its texts are right: what the portal answers, and what follows from it.
import * as z from 'zod';

/** Provider's id → day. From content comes another such day; the later one counts. */
export type Confirmations = ReadonlyMap<string, string>;

const answer = z.record(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,99}$/), z.iso.date());

/** An answer of the portal, read as strictly as it is written; throws on anything else. */
export const parseConfirmations = (json: string): Confirmations =>
  new Map(Object.entries(answer.parse(JSON.parse(json))));

/** A provider's own confirmation through a letter, unless there is none or it lies in the future, which nobody can have done. */
export function confirmationOf(id: string, confirmations: Confirmations, today: string): string | undefined {
  const day = confirmations.get(id);
  return day !== undefined && day <= today ? day : undefined;
}
