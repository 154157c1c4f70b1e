// Where Postgres's programs and data lie and as which system user they run. Only root makes this hard: Postgres refuses
// to run as root, and the user it runs as instead must be able to reach both (a clone below /root is closed to it).
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { postgresPrograms } from './postgres-programs.ts';

export interface PostgresHome {
  bin: string;
  data: string;
  account: { uid: number; gid: number } | undefined;
}

/** Root's own corner for what the postgres user must reach; only used when the project folder is closed to that user. */
const SHELTER = '/var/lib/tarjotin';

export function postgresHome(dataDir: string, say: (line: string) => void): PostgresHome {
  const { root, version } = postgresPrograms();
  const wanted = resolve(dataDir);
  mkdirSync(dirname(wanted), { recursive: true });
  if (process.getuid?.() !== 0) return { bin: join(root, 'bin'), data: wanted, account: undefined };

  const account = postgresAccount(say);
  const canReach = (path: string) => spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
  const bin = canReach(join(root, 'bin', 'postgres')) ? join(root, 'bin') : join(shelterPrograms(root, version), 'bin');
  return { bin, data: canReach(dirname(wanted)) ? wanted : shelterData(wanted, account, say), account };
}

function postgresAccount(say: (line: string) => void): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    say('Postgres does not run as root: adding the system user "postgres" for it');
  }
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new Error(
      'Postgres does not run as root and the system user "postgres" could not be added. Run as an ordinary user, or set DATABASE_URL.',
    );
  }
}

/** Copied once for each version (60 MB); renamed into place so that a copy cut short is never used. */
function shelterPrograms(root: string, version: string): string {
  const place = join(SHELTER, `postgres-${version}`);
  if (existsSync(place)) return place;
  openShelter();
  const half = `${place}.${process.pid}`;
  cpSync(root, half, { recursive: true, verbatimSymlinks: true });
  chmodSync(half, 0o755);
  renameSync(half, place);
  return place;
}

/** The data go to a folder of their own with a link where they were wanted: no parent folder of the user's is opened. */
function shelterData(wanted: string, account: { uid: number; gid: number }, say: (line: string) => void): string {
  const now = lstatSync(wanted, { throwIfNoEntry: false });
  if (now?.isSymbolicLink()) return readlinkSync(wanted);
  if (now) {
    throw new Error(
      `The system user "postgres" cannot reach ${wanted}, which holds a database already. ` +
        `Let it pass through the folders above (for instance chmod o+x), or set DATA_DIR to a folder that it can reach.`,
    );
  }
  openShelter();
  const place = join(SHELTER, `data-${randomBytes(6).toString('hex')}`);
  mkdirSync(place, { mode: 0o700 });
  chownSync(place, account.uid, account.gid);
  symlinkSync(join(place, 'postgres'), wanted);
  say(
    `The system user "postgres" cannot reach ${dirname(wanted)}: the database is kept in ${place} and linked from there`,
  );
  return join(place, 'postgres');
}

function openShelter(): void {
  mkdirSync(SHELTER, { recursive: true });
  chmodSync(SHELTER, 0o755); // whatever root's umask is
}
