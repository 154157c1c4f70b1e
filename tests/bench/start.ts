// How long a start takes: the second one, on data and a build that are there; with `cold`, from a fresh clone to the first page.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBenchPortal } from './bench-portal.ts';

const ROOT = join(import.meta.dirname, '../..');

async function secondStart(): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'tarjotin-bench-start-'));
  const times: number[] = [];
  for (let start = 0; start < 4; start += 1) {
    const portal = await startBenchPortal(data);
    if (start > 0) times.push(portal.secondsToStart);
    await portal.stop();
  }
  rmSync(data, { recursive: true, force: true });
  return times.sort((a, b) => a - b)[1] as number;
}

/** A clone with no node_modules and an empty npm cache, `npm start` until the first page answers. */
async function coldClone(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'tarjotin-cold-'));
  const clone = join(folder, 'clone');
  spawnSync('git', ['clone', '--quiet', ROOT, clone]);
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: {
      ...process.env,
      PORT: '8899',
      npm_config_cache: join(folder, 'npm-cache'),
      PATH: (process.env.PATH ?? '')
        .split(':')
        .filter((part) => !part.includes('node_modules'))
        .join(':'),
    },
    stdio: 'ignore',
    detached: true,
  });
  const answers = () =>
    fetch('http://127.0.0.1:8899/')
      .then((response) => response.ok)
      .catch(() => false);
  while (!(await answers()) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 250));
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const failed = child.exitCode !== null;
  if (!failed) {
    const end = new Promise((resolve) => child.once('close', resolve));
    process.kill(-(child.pid as number), 'SIGTERM');
    await end;
  }
  rmSync(folder, { recursive: true, force: true });
  if (failed) throw new Error('a cold clone did not start');
  return seconds;
}

export async function benchStart(cold: boolean) {
  const figures = {
    second_start_seconds: await secondStart(),
    ...(cold ? { cold_clone_to_first_page_seconds: await coldClone() } : {}),
  };
  console.table(figures);
  return figures;
}
