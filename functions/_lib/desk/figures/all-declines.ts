// Declines since a moment, newest first: the first page of them, or all, page after page, since no answer of the database holds more rows than PostgREST lets through.
import type { Caller } from '../../db.ts';
import type { DeclineRow } from './period-tables.ts';

/** `max_rows` of supabase/config.toml. */
const PAGE = 1000;

export const pageOfDeclines = async (
  db: Caller,
  since: string,
  most: number,
  before?: DeclineRow,
): Promise<DeclineRow[]> =>
  (await db.rpc('desk_declines', {
    p_since: since,
    p_limit: most,
    p_before: before?.at ?? null,
    p_before_id: before?.id ?? null,
  })) as DeclineRow[];

export async function allDeclines(db: Caller, since: string): Promise<DeclineRow[]> {
  const all: DeclineRow[] = [];
  for (;;) {
    const page = await pageOfDeclines(db, since, PAGE, all.at(-1));
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
