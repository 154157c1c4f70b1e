// Runs cells of the matrix: a call of a function through the gateway, or reads and writes of a table, under a person's real token.
import type pg from 'pg';
import { apiCaller, type Caller } from '../../../supabase/local/api-caller.ts';
import { callSql, findFunction, readFunctions } from '../../../supabase/local/rpc-call.ts';
import type { TestDatabase } from '../database.ts';
import type { Kind } from './kinds.ts';
import { type Mark, marksIn } from './marks.ts';
import type { World } from './world.ts';

/**
 * From here on whatever an API role writes is refused when it is to be kept, and says so: a cell is the whole act, and yet leaves
 * the world as it was for the next. Looks alone are kept: they are written by reading.
 */
export async function keepTheWorld({ pool }: TestDatabase, tables: string[]): Promise<void> {
  await pool.query(`create function public.not_kept() returns trigger language plpgsql as $$
    begin raise exception '%', tg_table_name using errcode = 'MATRX'; end $$`);
  for (const table of tables.filter((name) => name !== 'app.looks')) {
    await pool.query(
      `create constraint trigger _999_not_kept after insert or update or delete on ${table} deferrable initially deferred
       for each row execute function public.not_kept()`,
    );
  }
}

const keyOf = ({ db }: World, kind: Kind): string => (kind === 'system' ? db.secretKey : db.publishableKey);
export const tokenOf = ({ tokens }: World, kind: Kind): string | undefined =>
  kind === 'anon' || kind === 'system' ? undefined : tokens[kind];

function headersOf(world: World, kind: Kind): Headers {
  const token = tokenOf(world, kind);
  return new Headers({
    apikey: keyOf(world, kind),
    'content-profile': 'api',
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  });
}

/** When it was said, which two answers never share. */
const MOMENT = /"now":"[^"]+"/g;

export type Said =
  | { is: 'refused' }
  | { is: 'writes' }
  | { is: 'fault'; why: string }
  | { is: 'says'; marks: Mark[]; text: string };

export async function tryFunction(
  world: World,
  kind: Kind,
  name: string,
  args: Record<string, unknown>,
): Promise<Said> {
  const url = `${world.db.supabaseUrl}/rest/v1/rpc/${name}`;
  const answer = await fetch(url, { method: 'POST', headers: headersOf(world, kind), body: JSON.stringify(args) });
  const text = await answer.text();
  if (answer.ok) return { is: 'says', marks: marksIn(world.marks, text), text: text.replaceAll(MOMENT, '') };
  const { code, message } = JSON.parse(text) as { code: string; message: string };
  // Its own privilege, and not that of something beneath it; whoever has no token does not even reach the schema.
  const refusals = [
    `permission denied for function ${name}`,
    ...(kind === 'anon' ? ['permission denied for schema api'] : []),
  ];
  if (code === '42501' && refusals.includes(message)) return { is: 'refused' };
  return code === 'MATRX' ? { is: 'writes' } : { is: 'fault', why: `${code} ${message}` };
}

/** Role and claims as the gateway takes them from the same headers. */
async function callerOf(world: World, kind: Kind): Promise<Caller> {
  const caller = await apiCaller(headersOf(world, kind), world.db);
  if (caller instanceof Response) throw new Error(`the gateway refuses ${kind}: ${await caller.text()}`);
  return caller;
}

const WRITES = {
  'insert into': () => 'default values',
  update: (column: string) => `set ${column} = ${column}`,
  'delete from': () => '',
};

export interface TableSeen {
  /** Places of the rows seen; undefined when reading is refused. */
  rows: string[] | undefined;
  /** What was not refused. */
  written: string[];
}

const isRefused = (error: unknown): boolean => (error as pg.DatabaseError).code === '42501';

/** The gateway's own SQL with the token's role and claims, for a function that writes what it gives. */
export async function tryAndTakeBack(
  world: World,
  kind: Kind,
  name: string,
  args: Record<string, unknown>,
): Promise<Said> {
  const { role, claims } = await callerOf(world, kind);
  const fn = findFunction(await readFunctions(world.db.pool, 'api'), name, Object.keys(args));
  if (!fn) return { is: 'fault', why: `does not take ${Object.keys(args)}` };
  const client = await world.db.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
      role,
      claims,
    ]);
    const { rows } = await client.query<{ body: string | null }>(callSql('api', fn, args, false));
    const text = rows[0]?.body ?? '';
    return { is: 'says', marks: marksIn(world.marks, text), text };
  } catch (error) {
    if (isRefused(error)) return { is: 'refused' };
    return { is: 'fault', why: String(error) };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** One transaction, taken back: reading, inserting, updating, deleting, each on its own. */
export async function tryTable(world: World, kind: Kind, table: string, column: string): Promise<TableSeen> {
  const { role, claims } = await callerOf(world, kind);
  const client = await world.db.pool.connect();
  const seen: TableSeen = { rows: undefined, written: [] };
  const attempt = async (sql: string): Promise<pg.QueryResult | undefined> => {
    await client.query('savepoint cell');
    try {
      return await client.query(sql);
    } catch (error) {
      if (!isRefused(error)) throw error;
      return undefined;
    } finally {
      await client.query('rollback to cell');
    }
  };
  try {
    await client.query('begin');
    await client.query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [
      role,
      claims,
    ]);
    seen.rows = (await attempt(`select ctid::text as place from ${table}`))?.rows.map(({ place }) => place);
    for (const [verb, rest] of Object.entries(WRITES))
      if (await attempt(`${verb} ${table} ${rest(column)}`)) seen.written.push(verb);
    return seen;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
