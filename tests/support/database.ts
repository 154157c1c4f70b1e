// A database of its own for a test file, with every migration applied, behind its own Supabase stand-in.
import { randomBytes } from 'node:crypto';
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
  const supabase = await serveSupabase({ ...keys, databaseUrl: url, siteUrl: 'http://127.0.0.1:8888', sendMail });
  return {
    ...keys,
    url,
    pool,
    supabaseUrl: supabase.url,
    authLetters,
    async close() {
      await Promise.all([supabase.close(), pool.end()]);
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
