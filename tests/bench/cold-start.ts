// How long a start takes from nothing: a fresh clone, an empty npm cache, `npm start`, until the first page answers.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figures } from './piece.ts';

const ROOT = join(import.meta.dirname, '../..');

export async function benchColdStart(): Promise<Figures> {
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
  return [{ start: 'cold clone to first page', seconds }];
}
