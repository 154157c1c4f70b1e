// The rules of grants, row-level security, search paths, keys and comments hold for everything there is, and would find what broke them.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRole, type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { newNeed } from '../../tests/support/sql-needs.ts';
import { READ_SIGNED_IN, RULES, type Rule } from '../../tests/support/sql-rules.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await newNeed(db.pool);
});
afterAll(() => db.close());

const breaches = async (client: pg.Pool | pg.PoolClient, rule: Rule): Promise<string[]> =>
  (await client.query<{ name: string }>(RULES[rule])).rows.map(({ name }) => name);

/** A migration that somebody might write, and what the rule says of it. */
const CARELESS: Record<Rule, [sql: string, breach: string]> = {
  'every table has row-level security on': ['create table app.things (n int)', 'app.things'],
  'no API role, and not the public, may do anything with a table, a view or a sequence, but for what signed-in people read':
    ['grant select (reference) on app.needs to anon', 'app.needs.reference to anon'],
  'every policy asks who reads, and only narrows that': [
    'create policy everybody_reads on app.links for select to authenticated using (true)',
    'app.links.everybody_reads',
  ],
  'no API role may run a function of app, but for what the queries of signed-in people call': [
    'grant execute on function app.is_asked to authenticated',
    'app.is_asked(app.actor,app.needs) by authenticated',
  ],
  'a signed-in person may run the functions of the desk and the workspace, and service_role alone all others of api': [
    'grant execute on function api.health to authenticated',
    'api.health() by authenticated',
  ],
  'a function is granted to nobody else, and not to the public': [
    'grant execute on function api.health to public',
    'api.health() to public',
  ],
  'every function of ours has an empty search path': [
    `create function api.f() returns int language sql security definer as 'select 1'`,
    'api.f()',
  ],
  'a function of app runs with the rights of its caller, or asks who that is': [
    `create function app.desk_f() returns int language sql security definer set search_path = '' as 'select 1'`,
    'app.desk_f()',
  ],
  "a function of a signed-in person that runs with its owner's rights asks who that is": [
    `create function api.desk_f() returns int language sql security definer set search_path = '' as 'select 1'`,
    'api.desk_f()',
  ],
  'every foreign key has an index that begins with its columns': [
    'create table app.things (n int, need_id uuid constraint of_a_need references app.needs on delete cascade, primary key (n, need_id))',
    'app.things.of_a_need',
  ],
  'every foreign key says what happens on delete': [
    'create table app.things (need_id uuid primary key constraint of_a_need references app.needs)',
    'app.things.of_a_need',
  ],
  'every check has a name that reads as a sentence': [
    'create table app.things (n int check (n > 0))',
    'things_n_check',
  ],
  'every table has a comment': ['create table app.things (n int)', 'app.things'],
  'every function of api has a comment': [`create function api.f() returns int language sql as 'select 1'`, 'api.f()'],
  'there is no table or view in api': ['create view api.needs as select * from app.needs', 'api.needs'],
};

describe.each(Object.keys(RULES) as Rule[])('%s', (rule) => {
  it('here', async () => {
    expect(await breaches(db.pool, rule)).toEqual([]);
  });

  it('and a migration that forgot it is found', async () => {
    const client = await db.pool.connect();
    try {
      await client.query('begin');
      await client.query(CARELESS[rule][0]);
      expect(await breaches(client, rule)).toEqual([CARELESS[rule][1]]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

it('what a migration makes without a grant, nobody may use', async () => {
  const client = await db.pool.connect();
  try {
    await client.query(`begin;
      create function api.open_door() returns int language sql as 'select 1';
      create function app.open_door() returns int language sql as 'select 1';
      create table app.things (n int generated always as identity)`);
    for (const role of ['anon', 'authenticated', 'service_role']) {
      const { rows } = await client.query(
        `select has_function_privilege($1, 'api.open_door()', 'execute') or has_function_privilege($1, 'app.open_door()', 'execute')
           or has_table_privilege($1, 'app.things', 'select, insert, update, delete, truncate, references, trigger')
           or has_sequence_privilege($1, 'app.things_n_seq', 'usage, select, update') as may`,
        [role],
      );
      expect([role, rows[0].may]).toEqual([role, false]);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});

describe.each(['anon', 'authenticated', 'service_role'] as const)('as %s', (role) => {
  const attempt = (
    sql: string,
    claims = { sub: '00000000-0000-0000-0000-000000000001', email: 'maija@city.example' },
  ) => asRole(db.pool, role, claims, (client) => client.query(sql));

  it('no table of app can be read or written', async () => {
    const { rows } = await db.pool.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(8);
    for (const { name } of rows) {
      for (const sql of [`select from ${name}`, `delete from ${name}`, `insert into ${name} default values`]) {
        const mayBeNamed = role === 'authenticated' && sql.startsWith('select') && READ_SIGNED_IN.includes(name);
        if (mayBeNamed) expect((await attempt(sql)).rows).toEqual([]);
        else await expect(attempt(sql)).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  it('no function of app can be run', async () => {
    await expect(attempt(`select app.end_links(gen_random_uuid(), '{company}', '1 day')`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('nothing can be made in our schemas', async () => {
    for (const schema of ['app', 'api']) {
      await expect(
        attempt(`create function ${schema}.f() returns int language sql as 'select 1'`),
      ).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it(role === 'service_role' ? 'functions of api run' : 'no function of api runs', async () => {
    const health = attempt('select * from api.health()');
    if (role === 'service_role') expect((await health).rows).toMatchObject([{ pending: 3 }]);
    else await expect(health).rejects.toMatchObject({ code: '42501' });
  });
});
