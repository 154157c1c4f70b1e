// A Postgres that an earlier run left behind: kill -9 of Node does not reach it.
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { pgCtl } from './postgres-control.ts';
import type { PostgresHome } from './postgres-home.ts';

/** The port of a server that runs on this folder and answers; one that runs but does not answer is stopped. */
export async function runningPort(home: PostgresHome, url: (port: number) => string): Promise<number | undefined> {
  const pidFile = join(home.data, 'postmaster.pid');
  const note = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : [];
  const [pid, port] = [Number(note[0]), Number(note[3])];
  if (!pid) return undefined;
  if (isPostgres(pid)) {
    // 10 s: it may still be recovering from the kill, and then answers "starting up".
    for (const until = Date.now() + 10_000; port && Date.now() < until; await new Promise((r) => setTimeout(r, 100))) {
      const answer = await ask(url(port));
      if (answer && answer !== 'starting' && realpathSync(answer) === realpathSync(home.data)) return port;
      if (answer !== 'starting') break;
    }
    await pgCtl(home, 'stop', '-m', 'immediate', '-w', '-t', '10').catch(() => {});
    if (isPostgres(pid))
      throw new Error(`A Postgres (process ${pid}) holds ${home.data} and does not answer. Stop it and start again.`);
  }
  rmSync(pidFile, { force: true });
  return undefined;
}

async function ask(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(`select current_setting('data_directory') as dir`)).rows[0].dir;
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '57P03' ? 'starting' : '';
  } finally {
    await client.end().catch(() => {});
  }
}

/** Process ids are used again: the noted one may be anybody's by now, or a dead process that nobody has collected. */
function isPostgres(pid: number): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return /^Name:\tpostgres$/m.test(status) && !/^State:\t[ZX]/m.test(status);
  } catch {
    return false;
  }
}
