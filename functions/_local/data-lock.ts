// One process at a time on a data folder: two would stop each other's database.
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a process that is on its way out is waited for (a restart right after a stop). */
const PATIENCE_MS = 15_000;

export async function lockData(
  dataDir: string,
  say: (line: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<() => void> {
  const lock = join(dataDir, 'lock');
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, identity(process.pid) ?? String(process.pid));
  try {
    let told = false;
    for (const until = Date.now() + patienceMs; ; await sleep(200)) {
      try {
        linkSync(mine, lock); // fails when there is one: the only step that must not be split
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = read(lock);
      const pid = Number.parseInt(holder, 10);
      if (identity(pid) !== holder) {
        rmSync(lock, { force: true }); // left by a process that was killed
        continue;
      }
      if (Date.now() > until) {
        throw new Error(
          `Process ${pid} already runs on the data in ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
        );
      }
      if (!told) say(`Process ${pid} still runs on this data; waiting for it to stop`);
      told = true;
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Process id and, on Linux, when the process began: ids are used again. Undefined when there is no such process. */
function identity(pid: number): string | undefined {
  if (!(pid > 0)) return undefined;
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) ? String(pid) : undefined;
    const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
    const [state, began] = [fields[0], fields[19]];
    return began && state !== 'Z' && state !== 'X' ? `${pid} ${began}` : undefined;
  } catch {
    return undefined;
  }
}
