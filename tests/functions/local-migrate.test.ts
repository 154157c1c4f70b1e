// Migrations are applied once, in order, each whole or not at all, and recorded as the Supabase CLI records them.
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../supabase/local/migrate.ts';
import { testDatabase } from '../support/database.ts';

const FIRST = { version: '20260101000000', name: 'first', sql: 'create table public.things (n int);' };
const SECOND = {
  version: '20260102000000',
  name: 'second',
  sql: 'insert into public.things values (1);\ninsert into public.things values (2);',
};

async function emptyDatabase() {
  const db = await testDatabase({ template: 'template0' });
  onTestFinished(() => db.close());
  return db;
}

it('each is applied once and recorded with version, name and statements', async () => {
  const db = await emptyDatabase();
  expect(await migrate(db.url, [FIRST])).toEqual(['20260101000000_first']);
  expect(await migrate(db.url, [FIRST, SECOND])).toEqual(['20260102000000_second']);
  expect(await migrate(db.url, [FIRST, SECOND])).toEqual([]);
  expect((await db.pool.query('select n from public.things order by n')).rows).toEqual([{ n: 1 }, { n: 2 }]);
  const { rows } = await db.pool.query(
    'select version, name, statements from supabase_migrations.schema_migrations order by version',
  );
  expect(rows).toEqual([FIRST, SECOND].map(({ sql, ...row }) => ({ ...row, statements: [sql] })));
});

it('two starts at once apply each migration once', async () => {
  const db = await emptyDatabase();
  const applied = await Promise.all([migrate(db.url, [FIRST, SECOND]), migrate(db.url, [FIRST, SECOND])]);
  expect(applied.flat().sort()).toEqual(['20260101000000_first', '20260102000000_second']);
});

it('one that fails says file and line, and leaves nothing behind', async () => {
  const db = await emptyDatabase();
  const broken = {
    version: '20260103000000',
    name: 'broken',
    sql: 'create table public.half (n int);\nselect missing_column;',
  };
  await expect(migrate(db.url, [FIRST, broken])).rejects.toThrow(
    'Migration 20260103000000_broken.sql, line 2: column "missing_column" does not exist',
  );
  const { rows } = await db.pool.query(
    `select to_regclass('public.half') as half, to_regclass('public.things')::text as things`,
  );
  expect(rows).toEqual([{ half: null, things: 'things' }]);
});

it('a change to one that was applied is told and not applied', async () => {
  const db = await emptyDatabase();
  await migrate(db.url, [FIRST]);
  const said: string[] = [];
  await migrate(db.url, [{ ...FIRST, sql: 'create table public.other (n int);' }], (line) => said.push(line));
  expect(said).toEqual([
    'Migration 20260101000000_first was changed after it was applied here: the change needs a new migration, or a new database',
  ]);
});

it('a function that nobody granted can be run by nobody', async () => {
  const db = await emptyDatabase();
  await migrate(db.url, [
    { ...FIRST, sql: 'create function public.open_door() returns int language sql as $$ select 1 $$;' },
  ]);
  const { rows } = await db.pool.query(`
    select rolname, has_function_privilege(rolname, 'public.open_door()', 'execute') as may
    from pg_roles where rolname in ('anon', 'authenticated', 'service_role') order by rolname`);
  expect(rows).toEqual(['anon', 'authenticated', 'service_role'].map((rolname) => ({ rolname, may: false })));
});
