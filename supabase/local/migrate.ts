// Brings a database up to date: what a hosted project has from the start, then supabase/migrations/*.sql, each in one
// transaction and recorded as the Supabase CLI records it, so that both may be used on the same database.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { ensureAuthSchema } from './auth.ts';

/** Any number will do, as long as every start uses the same: two starts must not migrate at once. */
const LOCK = 7_402_911;
const FILE = /^(\d+)_(.+)\.sql$/;

export interface Migration {
  version: string;
  name: string;
  sql: string;
}

export function readMigrations(dir: string): Migration[] {
  return readdirSync(dir)
    .filter((file) => FILE.test(file))
    .sort()
    .map((file) => {
      const [, version = '', name = ''] = FILE.exec(file) ?? [];
      return { version, name, sql: readFileSync(join(dir, file), 'utf8') };
    });
}

export function readBootstrap(): string {
  return readFileSync(new URL('./bootstrap.sql', import.meta.url), 'utf8');
}

/** Returns the names of the migrations that it applied. */
export async function migrate(
  url: string,
  migrations: Migration[],
  say: (line: string) => void = () => {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureAuthSchema(url);
    await client.query(readBootstrap());
    await client.query(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations
        (version text not null primary key, statements text[], name text);
      set search_path to "$user", public, extensions;`);
    const { rows } = await client.query<{ version: string; statements: string[] | null }>(
      'select version, statements from supabase_migrations.schema_migrations',
    );
    const recorded = new Map(rows.map((row) => [row.version, row.statements]));
    for (const { version, name, sql } of migrations) {
      const statements = recorded.get(version);
      // The CLI records one entry a statement; only what was recorded whole can be compared.
      if (statements?.length === 1 && bare(statements[0]) !== bare(sql)) {
        say(
          `Migration ${version}_${name} was changed after it was applied here: the change needs a new migration, or a new database`,
        );
      }
    }
    const missing = migrations.filter((migration) => !recorded.has(migration.version));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ version, name }) => `${version}_${name}`);
  } finally {
    await client.end();
  }
}

/** The CLI cuts off the end of a statement. */
const bare = (sql = '') => sql.replace(/[\s;]+$/, '');

async function apply(client: pg.Client, { version, name, sql }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(
      'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
      [version, name, [sql]],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as pg.DatabaseError;
    const line = position ? `, line ${sql.slice(0, Number(position)).split('\n').length}` : '';
    throw new Error(`Migration ${version}_${name}.sql${line}: ${message}`, { cause: error });
  }
}
