// A real Postgres for laptops and tests: made at first start, adopted when an earlier run was killed and left it running.
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pgCtl, runPostgres } from './postgres-control.ts';
import { type PostgresHome, postgresHome } from './postgres-home.ts';
import { runningPort } from './running-postgres.ts';

export interface Postgres {
  url: string;
  port: number;
  /** True when it was running already. */
  adopted: boolean;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Postgres's data folder. */
  dir: string;
  password: string;
  /** Asked for a port only when a server is really started. */
  choosePort: () => Promise<number>;
  settings?: Record<string, string>;
  say?: (line: string) => void;
}

/** Statements and values stay out of the log: they carry what people wrote. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const home = postgresHome(options.dir, options.say ?? (() => {}));
  const url = (port: number) =>
    `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  const stop = () => pgCtl(home, 'stop', '-m', 'fast', '-w', '-t', '30');
  if (!existsSync(join(home.data, 'PG_VERSION'))) await initialise(home, options.password);

  const left = await runningPort(home, url);
  if (left) return { url: url(left), port: left, adopted: true, stop };

  const port = await options.choosePort();
  const settings = Object.entries({ ...SETTINGS, ...options.settings, port: String(port) });
  const log = join(home.data, 'server.log');
  rmSync(log, { force: true });
  try {
    const flags = settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
    await pgCtl(home, 'start', '-w', '-t', '60', '-l', log, '-o', flags);
  } catch (cause) {
    const said = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n') : String(cause);
    throw new Error(`Postgres did not start from ${home.data}:\n${said}`);
  }
  return { url: url(port), port, adopted: false, stop };
}

/** Into a folder beside, renamed when done: a first start cut short leaves nothing that looks like a database. */
async function initialise(home: PostgresHome, password: string): Promise<void> {
  const half = `${home.data}.new`;
  const passwordFile = `${home.data}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.account) for (const path of [half, passwordFile]) chownSync(path, home.account.uid, home.account.gid);
  // Postgres's own locale: the same order and lower() on every machine, whatever locales it has.
  const locale = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    '--lc-ctype=C',
    '--encoding=UTF8',
  ];
  try {
    await runPostgres(home, 'initdb', [
      '-D',
      half,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...locale,
    ]);
    renameSync(half, home.data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
