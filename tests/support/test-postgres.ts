// Before the first test: one Postgres for the whole run, with a template database that has every migration applied.
// After the last: it is stopped, unless another run still uses it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { ensureAuthSchema } from '../../supabase/local/auth.ts';
import { migrate, readBootstrap, readMigrations } from '../../supabase/local/migrate.ts';
import { freePort } from '../../supabase/local/ports.ts';
import { startPostgres } from '../../supabase/local/postgres.ts';
import { databaseUrl } from './database-url.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Nobody minds if a test's data are lost with the power, and it is faster. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const HOLDER = 'test run';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    templateDatabase: string;
  }
}

export default async function testPostgres(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const dir = join(ROOT, '.data/test/postgres');
  const postgres = given
    ? undefined
    : await startPostgres({ dir, password: 'postgres', choosePort: () => freePort(), settings: CARELESS });
  const url = given ?? postgres?.url ?? '';
  // Held to the end: by this connection another run sees that the server is in use.
  const held = new pg.Client({ connectionString: url, application_name: HOLDER });
  held.on('error', () => {});
  await held.connect();
  project.provide('postgresUrl', url);
  project.provide('templateDatabase', await makeTemplate(url));
  return async () => {
    const others = await held.query(
      'select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
      [HOLDER],
    );
    await held.end();
    if (others.rowCount === 0) await postgres?.stop();
  };
}

/** Named for what it was made from, so that a changed migration makes a new one. */
async function makeTemplate(url: string): Promise<string> {
  const migrations = readMigrations(join(ROOT, 'supabase/migrations'));
  const from = JSON.stringify([readBootstrap(), ensureAuthSchema.toString(), migrations]);
  const name = `template_${createHash('sha256').update(from).digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7402912)');
    const { rows } = await client.query<{ datname: string; used: boolean }>(`
      select datname, exists (select from pg_stat_activity a where a.datid = d.oid) as used
      from pg_database d where datname ~ '^(test|template)_[0-9a-f]{16}'`);
    const done = rows.some((row) => row.datname === name);
    for (const { datname, used } of rows)
      if (datname !== name && !used) await client.query(`drop database if exists ${datname}`);
    if (!done) {
      await client.query(`drop database if exists ${name}_half with (force)`);
      await client.query(`create database ${name}_half`);
      await migrate(databaseUrl(url, `${name}_half`), migrations);
      await client.query(`alter database ${name}_half rename to ${name}`);
    }
    return name;
  } finally {
    await client.end();
  }
}
