// Calls a function of schema api as the gateway does: its own SQL, as service_role or a signed-in person, for one transaction.
import pg from 'pg';
import type { Database } from '#domain/database.generated.ts';
import { type ApiFunction, callSql, findFunction, readFunctions } from '../../supabase/local/rpc-call.ts';

type Functions = Database['api']['Functions'];
export type Enums = Database['api']['Enums'];
/** SQL arguments may be null; the generated types do not say so. */
export type Args<Name extends keyof Functions> = {
  [Key in keyof Functions[Name]['Args']]: Functions[Name]['Args'][Key] | null;
};

const known = new WeakMap<pg.Pool, Promise<ApiFunction[]>>();

function functionsOf(pool: pg.Pool): Promise<ApiFunction[]> {
  const found = known.get(pool) ?? readFunctions(pool, 'api');
  known.set(pool, found);
  return found;
}

/** The claims of a signed-in person's token. */
export type Claims = { email: string; session_id: string };

export async function call<Name extends keyof Functions>(
  pool: pg.Pool,
  name: Name,
  args: Args<Name>,
  person?: Claims,
): Promise<Functions[Name]['Returns']> {
  const fn = findFunction(await functionsOf(pool), name, Object.keys(args));
  if (!fn) throw new Error(`api.${name} does not take ${Object.keys(args).join(', ')}`);
  // Several statements in one message are one transaction.
  const role = person ? 'authenticated' : 'service_role';
  const claims = pg.escapeLiteral(JSON.stringify({ role, ...person }));
  const results = (await pool.query(
    `select set_config('role', '${role}', true), set_config('request.jwt.claims', ${claims}, true); ${callSql('api', fn, args, false)}`,
  )) as unknown as pg.QueryResult<{ body: string | null }>[];
  return JSON.parse(results.at(-1)?.rows[0]?.body ?? 'null');
}
