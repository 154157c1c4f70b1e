// The whole portal as npm start runs it, as a child process: a free port, fresh data, and nothing left of it afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { freePort } from '../../supabase/local/ports.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.data/test');
const READY_MS = 60_000;

/** What npm start has by default: the site is built for this address, and is not built again for a test's port. */
export const SITE_URL = 'http://127.0.0.1:8888';
/** The first is the lead; the second has no name. */
export const MAIJA = 'maija@kaupunki.example';
export const MATTI = 'matti@kaupunki.example';

export type ServedPortal = Awaited<ReturnType<typeof servePortal>>;

/** Variables that are not given come from nowhere: whatever the developer has set stays out of the tests. */
export async function servePortal(given: Record<string, string> = {}) {
  mkdirSync(FOLDER, { recursive: true });
  sweep();
  const dataDir = mkdtempSync(join(FOLDER, `served-${process.pid}-`));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    DATA_DIR: dataDir,
    SITE_URL,
    COORDINATOR_EMAILS: `Maija Malli <${MAIJA}>, ${MATTI}`,
    IP_LIMIT_PER_MINUTE: '0',
    npm_lifecycle_event: 'test', // it stops by itself when the test run is gone
    ...given,
  };
  let run = await start(env);
  const postmaster = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url: `http://127.0.0.1:${port}`,
    /** Its port may be another one after a restart. */
    databaseUrl: () => run.databaseUrl,
    dataDir,
    said: () => run.said(),
    /** SIGKILL takes Node alone; its Postgres goes on, as it does on people's machines. */
    async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
      run.child.kill(signal);
      await run.ended;
    },
    /** To Postgres's first process: SIGKILL is its crash, SIGINT its orderly end. */
    killPostgres: (signal: 'SIGKILL' | 'SIGINT' = 'SIGKILL') => process.kill(postmaster(), signal),
    /** On the same data and port. */
    async restart(): Promise<void> {
      if (run.child.exitCode === null && run.child.signalCode === null) run.child.kill('SIGTERM');
      await run.ended;
      run = await start(env);
    },
    async close(): Promise<void> {
      run.child.kill('SIGTERM');
      await run.ended;
      remove(dataDir);
    },
  };
}

async function start(env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'functions/_local/start.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
      if (/^Database /m.test(said)) isReady();
    });
  }
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const tired = setTimeout(() => child.kill('SIGKILL'), READY_MS);
  await Promise.race([ready, ended]);
  clearTimeout(tired);
  const databaseUrl = /^Database\s+(postgres:\S+)/m.exec(said)?.[1];
  if (!databaseUrl) throw new Error(`The portal did not start. It said:\n${said}`);
  return { child, ended, databaseUrl, said: () => said };
}

/** Where root's Postgres keeps its data elsewhere, the folder is a link to them. */
function remove(dataDir: string): void {
  const postgres = join(dataDir, 'postgres');
  try {
    const place = realpathSync(postgres);
    rmSync(place, { recursive: true, force: true });
    if (place !== postgres) rmdirSync(dirname(place));
  } catch {
    // There is none, or others use its folder too.
  }
  rmSync(dataDir, { recursive: true, force: true });
}

/** Folders of runs that were killed. A Postgres that still runs on one ends by itself once its folder is gone. */
function sweep(): void {
  for (const name of readdirSync(FOLDER)) {
    const pid = Number(/^served-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) remove(join(FOLDER, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
