// Brings the database up for npm start: our own Postgres, or the one at DATABASE_URL, with every migration applied.
import { join } from 'node:path';
import { migrate, readMigrations } from '../../supabase/local/migrate.ts';
import { keepPort } from '../../supabase/local/ports.ts';
import { startPostgres } from '../../supabase/local/postgres.ts';
import { localSecrets } from './local-secrets.ts';

export interface Step {
  root: string;
  dataDir: string;
  say: (line: string) => void;
  /** What is to be stopped later is put here at once, so that a failure further on stops it too. */
  closers: (() => unknown)[];
}

export async function startDatabase({ root, dataDir, say, closers }: Step): Promise<string> {
  const url = process.env.DATABASE_URL || (await ownPostgres({ root, dataDir, say, closers }));
  try {
    const applied = await migrate(url, readMigrations(join(root, 'supabase/migrations')), say);
    say(applied.length ? `Database: migrations applied: ${applied.length}` : 'Database: up to date');
  } catch (error) {
    throw explain(error, dataDir);
  }
  return url;
}

/** The two ways in which this fails on other people's machines, with what to do. */
function explain(error: unknown, dataDir: string): unknown {
  const { code, message } = error as { code?: string; message?: string };
  const given = process.env.DATABASE_URL;
  if (given && (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT')) {
    return new Error(`No database answers at DATABASE_URL (${hidePassword(given)}): ${message}`);
  }
  if (code !== '28P01') return error;
  if (given) return new Error(`DATABASE_URL (${hidePassword(given)}) has a wrong user name or password.`);
  const [data, secrets] = [join(dataDir, 'postgres'), join(dataDir, 'secrets.json')];
  return new Error(
    `The database in ${data} was made with another password than ${secrets} holds. Put that file back, or remove ${data} and lose its data.`,
  );
}

export function hidePassword(url: string): string {
  return url.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@');
}

async function ownPostgres({ dataDir, say, closers }: Step): Promise<string> {
  const postgres = await startPostgres({
    dir: join(dataDir, 'postgres'),
    password: localSecrets(dataDir).POSTGRES_PASSWORD,
    choosePort: () => keepPort(dataDir, 'postgres'),
    say,
  });
  closers.push(() => postgres.stop());
  say(`Database: Postgres ${postgres.adopted ? 'was still running' : 'started'} on port ${postgres.port}`);
  return postgres.url;
}
