// Runs one of Postgres's programs as the user that owns the data, and says what it said when it fails.
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresHome } from './postgres-home.ts';

const run = promisify(execFile);

export async function runPostgres(home: PostgresHome, program: 'initdb' | 'pg_ctl', args: string[]): Promise<void> {
  // A clean environment: PGPORT and the like of the user's own Postgres mean nothing here.
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C' };
  try {
    await run(join(home.bin, program), args, { env, cwd: dirname(home.data), ...home.account });
  } catch (error) {
    throw new Error(`${program} failed: ${(error as { stderr?: string }).stderr || String(error)}`);
  }
}

export const pgCtl = (home: PostgresHome, ...args: string[]) => runPostgres(home, 'pg_ctl', [...args, '-D', home.data]);
