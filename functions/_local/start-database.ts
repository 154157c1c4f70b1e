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
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new Error(
      process.env.DATABASE_URL
        ? 'DATABASE_URL has a wrong user name or password.'
        : `The database in ${join(dataDir, 'postgres')} was made with another password than ${join(dataDir, 'secrets.json')} holds. ` +
            `Put that file back, or remove ${join(dataDir, 'postgres')} and lose its data.`,
    );
  }
  return url;
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
