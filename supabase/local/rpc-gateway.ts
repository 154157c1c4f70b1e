// POST /rest/v1/rpc/<function> as PostgREST answers it: role and claims stand for one transaction and no longer.
import pg, { escapeLiteral } from 'pg';
import { apiCaller, type Caller, type CallerKeys } from './api-caller.ts';
import { type ApiFunction, callSql, findFunction, readFunctions } from './rpc-call.ts';
import { refuse, refuseFromDatabase } from './rpc-errors.ts';

/** The only schema that is exposed; the same stands in supabase/config.toml. */
const SCHEMA = 'api';
const JSON_TYPE = 'application/json; charset=utf-8';
const SINGLE_TYPE = 'application/vnd.pgrst.object+json';
/** Hosted: 3 s for anon, and 8 s for the login role, which holds for the two others as well. */
const TIMEOUT = { anon: '3s', authenticated: '8s', service_role: '8s' };

export function rpcGateway({ databaseUrl, ...keys }: CallerKeys & { databaseUrl: string }) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10, // as many as hosted Supabase gives PostgREST on its smallest machine
    connectionTimeoutMillis: 10_000,
    // The session is the authenticator's from the start: a transaction that forgot its role could do nothing.
    options: '-c role=authenticator -c TimeZone=UTC -c search_path=api,public,extensions',
    application_name: 'postgrest',
  });
  pool.on('error', () => {}); // an idle connection went away with the database: the next call says so
  let functions: Promise<ApiFunction[]> | undefined;

  async function lookUp(name: string, given: string[]): Promise<ApiFunction | undefined> {
    const known = functions && findFunction(await functions, name, given);
    if (known) return known;
    functions = readFunctions(pool, SCHEMA); // asked again: a migration may have added it
    functions.catch(() => {
      functions = undefined;
    });
    return findFunction(await functions, name, given);
  }

  async function run(
    caller: Caller,
    fn: ApiFunction,
    args: Record<string, unknown>,
    single: boolean,
  ): Promise<Response> {
    const settings = {
      role: caller.role,
      'request.jwt.claims': caller.claims,
      statement_timeout: TIMEOUT[caller.role],
    };
    const set = Object.entries({ ...settings, ...(fn.readOnly && { transaction_read_only: 'on' }) })
      .map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
      .join(', ');
    const sql = `select ${set}; ${callSql(SCHEMA, fn, args, single)}`;
    // Several statements in one message are one transaction and one round trip. Where the number of rows decides
    // whether it may stand, the transaction is opened and closed by hand.
    const mayFail = single && fn.set;
    const client = await pool.connect();
    try {
      const results = (await client.query(mayFail ? `begin; ${sql}` : sql)) as unknown as pg.QueryResult[];
      const { rows, body }: { rows: number; body: string | null } = results.at(-1)?.rows[0] ?? { rows: 0, body: null };
      if (mayFail) await client.query(rows === 1 ? 'commit' : 'rollback');
      client.release();
      if (mayFail && rows !== 1) {
        const message = 'Cannot coerce the result to a single JSON object';
        return refuse(406, { code: 'PGRST116', message, details: `The result contains ${rows} rows` });
      }
      if (fn.void) return new Response(null, { status: 204 });
      return new Response(body ?? 'null', {
        headers: { 'content-type': single ? `${SINGLE_TYPE}; charset=utf-8` : JSON_TYPE },
      });
    } catch (error) {
      const broken = !(error instanceof pg.DatabaseError);
      if (mayFail && !broken) await client.query('rollback').catch(() => {});
      client.release(broken);
      if (error instanceof pg.DatabaseError && /^42883|^42P01|^42703/.test(error.code ?? '')) functions = undefined;
      return refuseFromDatabase(error, caller.role === 'anon');
    }
  }

  return {
    async fetch(request: Request): Promise<Response> {
      const name = /^\/rest\/v1\/rpc\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
      if (!name) return refuse(404, { code: 'PGRST125', message: 'Only /rest/v1/rpc/<function> is served here' });
      if (request.method !== 'POST')
        return refuse(405, { code: 'PGRST117', message: `Unsupported HTTP method: ${request.method}` });
      const caller = await apiCaller(request.headers, keys);
      if (caller instanceof Response) return caller;
      const profile = request.headers.get('content-profile') ?? SCHEMA;
      if (profile !== SCHEMA) {
        return refuse(406, {
          code: 'PGRST106',
          message: `Invalid schema: ${profile}`,
          hint: `Only the following schemas are exposed: ${SCHEMA}`,
        });
      }
      const args = parseArguments(await request.text());
      if (!args) return refuse(400, { code: 'PGRST102', message: 'Empty or invalid json' });
      const given = Object.keys(args);
      try {
        const fn = await lookUp(decodeURIComponent(name), given);
        if (fn) return await run(caller, fn, args, request.headers.get('accept')?.includes(SINGLE_TYPE) ?? false);
      } catch (error) {
        return refuseFromDatabase(error, caller.role === 'anon');
      }
      const details = `Searched for the function ${SCHEMA}.${name} with ${given.length ? `parameters ${given.join(', ')}` : 'no parameters'}, but no matches were found in the schema cache.`;
      const message = `Could not find the function ${SCHEMA}.${name}(${given.join(', ')}) in the schema cache`;
      return refuse(404, { code: 'PGRST202', message, details });
    },
    close: () => pool.end(),
  };
}

function parseArguments(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = text.trim() === '' ? {} : JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
