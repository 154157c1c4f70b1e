// The local Postgres survives what happens to laptops: a killed Node, a killed Postgres, a first start cut short.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../supabase/local/ports.ts';
import { startPostgres } from '../../supabase/local/postgres.ts';
import { serveSupabase } from '../../supabase/local/serve-supabase.ts';

const MODULE = join(import.meta.dirname, '../../supabase/local/postgres.ts');

function newFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tarjotin-postgres-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  chmodSync(dir, 0o755); // the user that Postgres runs as where root runs the tests
  return join(dir, 'postgres');
}
const start = async (dir: string) => {
  const postgres = await startPostgres({ dir, password: 'pass/word@1', choosePort: () => freePort() });
  onTestFinished(() => postgres.stop().catch(() => {}));
  return postgres;
};
async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows ?? [];
  } finally {
    await client.end();
  }
}
const postmaster = (dir: string) => Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** Starts Postgres in another Node and kills that Node with SIGKILL once Postgres runs. */
async function startAndKillNode(dir: string): Promise<void> {
  const code = `const { startPostgres } = await import(${JSON.stringify(MODULE)});
    const port = ${await freePort()};
    await startPostgres({ dir: ${JSON.stringify(dir)}, password: 'pass/word@1', choosePort: async () => port });
    console.log('up'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}

it('one left running by a killed Node is adopted, with its data, and can be stopped', async () => {
  const dir = newFolder();
  await startAndKillNode(dir);
  const pid = postmaster(dir);
  const adopted = await start(dir);
  expect([adopted.adopted, postmaster(dir)]).toEqual([true, pid]);
  await query(adopted.url, 'create table kept as select 1 as n');
  await adopted.stop();
  const again = await start(dir);
  expect([again.adopted, await query(again.url, 'select n from kept')]).toEqual([false, [{ n: 1 }]]);
});

it('one that was killed itself is started anew on the same data', async () => {
  const dir = newFolder();
  const first = await start(dir);
  await query(first.url, 'create table kept as select 1 as n');
  process.kill(postmaster(dir), 'SIGKILL');
  const second = await start(dir);
  expect([second.adopted, await query(second.url, 'select n from kept')]).toEqual([false, [{ n: 1 }]]);
});

it('a first start cut short leaves nothing that stands in the way', async () => {
  const dir = newFolder();
  mkdirSync(`${dir}.new/base`, { recursive: true });
  const postgres = await start(dir);
  expect(await query(postgres.url, `select current_setting('TimeZone') as zone, lower('ÄÖÅ') as lower`)).toEqual([
    { zone: 'UTC', lower: 'äöå' },
  ]);
});

it('the gateway says 503 while the database is down and answers when it is back', async () => {
  const dir = newFolder();
  const first = await start(dir);
  const fixture = `
    create role anon; create role authenticated; create role service_role; create role authenticator;
    create schema api; grant usage on schema api to service_role;
    create function api.seven() returns int language sql as 'select 7';`;
  await query(first.url, fixture);
  const keys = { publishableKey: 'p', secretKey: 's', jwtSecret: 'x'.repeat(40) };
  const keep = { storageDir: join(dir, 'storage'), sendMail: async () => {} };
  const supabase = await serveSupabase({ ...keys, ...keep, databaseUrl: first.url, siteUrl: '' });
  onTestFinished(() => supabase.close());
  const call = () =>
    createClient(supabase.url, 's', { db: { schema: 'api' }, auth: { persistSession: false } }).rpc('seven');
  expect((await call()).data).toBe(7);
  await first.stop();
  const down = await call();
  expect([down.status, down.error?.code]).toEqual([503, 'PGRST001']);
  const back = await startPostgres({ dir, password: 'pass/word@1', choosePort: async () => first.port });
  onTestFinished(() => back.stop());
  expect((await call()).data).toBe(7);
});
