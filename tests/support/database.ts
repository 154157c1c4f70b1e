// A database of its own for a test file, with every migration applied, behind its own Supabase stand-in.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { AuthLetter } from '../../supabase/local/auth.ts';
import { serveSupabase } from '../../supabase/local/serve-supabase.ts';
import { databaseUrl } from './database-url.ts';

export { asRole } from './as-role.ts';

export interface TestDatabase {
  /** As superuser. */
  url: string;
  pool: pg.Pool;
  supabaseUrl: string;
  publishableKey: string;
  secretKey: string;
  jwtSecret: string;
  /** Where the bytes of documents lie. */
  storageDir: string;
  /** The letters with one-time codes that sign-in sent. */
  authLetters: AuthLetter[];
  close(): Promise<void>;
}

/** `template: 'template0'` gives an empty one. */
export async function testDatabase({ template = inject('templateDatabase') } = {}): Promise<TestDatabase> {
  const postgresUrl = inject('postgresUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(postgresUrl, `create database ${name} template ${template}`);
  const url = databaseUrl(postgresUrl, name);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => {}); // tests that stop the database are about something else
  const keys = {
    publishableKey: 'sb_publishable_for_tests',
    secretKey: 'sb_secret_for_tests',
    jwtSecret: 'a-secret-for-tests-of-more-than-32-characters',
  };
  const authLetters: AuthLetter[] = [];
  const sendMail = async (letter: AuthLetter) => {
    authLetters.push(letter);
  };
  const storageDir = join(tmpdir(), `tarjotin-storage-${name}`);
  const siteUrl = 'http://127.0.0.1:8888';
  const supabase = await serveSupabase({ ...keys, databaseUrl: url, siteUrl, storageDir, sendMail });
  return {
    ...keys,
    url,
    pool,
    supabaseUrl: supabase.url,
    authLetters,
    storageDir,
    async close() {
      await Promise.all([supabase.close(), pool.end()]);
      rmSync(storageDir, { recursive: true, force: true });
      await administer(postgresUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
