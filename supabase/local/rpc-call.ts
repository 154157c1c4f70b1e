// Turns a call of a function with JSON arguments into SQL. Postgres itself reads the arguments and writes the answer's
// JSON, so that dates and numbers look exactly as they do behind hosted PostgREST.
import type pg from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';

export interface ApiFunction {
  name: string;
  /** Input arguments in order. */
  arguments: { name: string; type: string; optional: boolean }[];
  set: boolean;
  void: boolean;
  composite: boolean;
  /** Not volatile: PostgREST runs it read-only. */
  readOnly: boolean;
}

const FUNCTIONS = `
  select p.proname as name, p.proretset as set, p.prorettype = 'void'::regtype as void, p.provolatile <> 'v' as "readOnly",
         t.typtype = 'c' or p.prorettype = 'record'::regtype or coalesce(p.proargmodes::text[] && '{t,b,o}', false) as composite,
         coalesce((
           select json_agg(json_build_object('name', coalesce(p.proargnames[n], ''), 'type', format_type(type, null),
                                             'optional', place > p.pronargs - p.pronargdefaults) order by n)
           from (
             select n, type, row_number() over (order by n) as place
             from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as all_arguments (type, n)
             where coalesce(p.proargmodes[n], 'i') in ('i', 'b', 'v')
           ) as inputs
         ), '[]') as arguments
  from pg_proc p join pg_type t on t.oid = p.prorettype
  where p.pronamespace = to_regnamespace($1) and p.prokind = 'f'`;

export async function readFunctions(pool: pg.Pool, schema: string): Promise<ApiFunction[]> {
  return (await pool.query<ApiFunction>(FUNCTIONS, [schema])).rows;
}

/** As PostgREST finds it: every given argument is known, and every argument without a default is given. */
export function findFunction(functions: ApiFunction[], name: string, given: string[]): ApiFunction | undefined {
  return functions.find(
    (fn) =>
      fn.name === name &&
      given.every((key) => fn.arguments.some((argument) => argument.name === key)) &&
      fn.arguments.every((argument) => argument.optional || given.includes(argument.name)),
  );
}

/** Of a set no more rows are given, whatever it holds: `max_rows` of supabase/config.toml. */
const MAX_ROWS = 1000;

/** One row: `rows`, how many there are, and `body`, the answer. */
export function callSql(schema: string, fn: ApiFunction, args: Record<string, unknown>, single: boolean): string {
  const given = fn.arguments.filter((argument) => argument.name in args);
  const names = given.map(({ name }) => escapeIdentifier(name));
  const call = `${escapeIdentifier(schema)}.${escapeIdentifier(fn.name)}(${names.map((name) => `${name} => a.${name}`).join(', ')})`;
  const columns = given.map(({ type }, index) => `${names[index]} ${type}`).join(', ');
  const from = given.length
    ? `json_to_record(${escapeLiteral(JSON.stringify(args))}::json) as a(${columns}), lateral `
    : '';
  if (fn.void) return `select 1 as rows, null as body from ${from}${call} as f`;
  const rows = fn.composite
    ? `(select r as v from (select f.* from ${from}${call} as f) as r)`
    : `(select f.f as v from ${from}${call} as f(f))`;
  if (!fn.set) return `select 1 as rows, to_json(v)::text as body from ${rows} as answer`;
  return `select count(*)::int as rows, (${single ? 'json_agg(v) -> 0' : "coalesce(json_agg(v), '[]')"})::text as body from (select v from ${rows} as answer limit ${MAX_ROWS}) as page`;
}
