// A test database whose clock stands where a test puts it: every now() of our functions and column defaults is replaced, so
// that years pass in a test and the product has no seam for it.
import type pg from 'pg';

export interface GivenClock {
  /** As an ISO text with its offset, or a Date. */
  set(at: Date | string): Promise<void>;
  now(): Date;
}

const CLOCK = `
  create schema given;
  create table given.clock (at timestamptz not null);
  create function given.now() returns timestamptz language plpgsql stable as 'begin return (select at from given.clock); end';
  grant usage on schema given to public;
  grant select on given.clock to public;
  grant execute on function given.now() to public;`;

const FUNCTIONS = `
  select replace(pg_get_functiondef(p.oid), 'now()', 'given.now()') as sql from pg_proc p
  where p.pronamespace in ('app'::regnamespace, 'api'::regnamespace) and p.prokind = 'f' and pg_get_functiondef(p.oid) like '%now()%'`;

const DEFAULTS = `
  select format('alter table %s alter column %I set default %s', d.adrelid::regclass, a.attname,
    replace(pg_get_expr(d.adbin, d.adrelid), 'now()', 'given.now()')) as sql
  from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum join pg_class c on c.oid = d.adrelid
  where c.relnamespace = 'app'::regnamespace and pg_get_expr(d.adbin, d.adrelid) like '%now()%'`;

export async function giveClock(pool: pg.Pool, at: Date | string): Promise<GivenClock> {
  let now = new Date(at);
  await pool.query(CLOCK);
  await pool.query('insert into given.clock values ($1)', [now]);
  for (const query of [FUNCTIONS, DEFAULTS]) {
    for (const { sql } of (await pool.query<{ sql: string }>(query)).rows) await pool.query(sql);
  }
  return {
    async set(moment) {
      now = new Date(moment);
      await pool.query('update given.clock set at = $1', [now]);
    },
    now: () => now,
  };
}
