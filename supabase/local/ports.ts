// Ports on 127.0.0.1: a free one, and one that stays the same from start to start as long as nobody takes it.
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Below the ports that systems give to outgoing connections: one of those could be taken between its choice and its use. */
const [LOWEST, ABOVE_HIGHEST] = [20_000, 32_000];
const TRIES = 100;

/** A free port; the wanted one if it is free. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted && (await isFree(wanted))) return wanted;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(LOWEST, ABOVE_HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port was found between ${LOWEST} and ${ABOVE_HIGHEST}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** The port noted under this name in `<dataDir>/ports.json`, or a free one, noted there for the next start. */
export async function keepPort(dataDir: string, name: string): Promise<number> {
  const file = join(dataDir, 'ports.json');
  const noted: Record<string, number> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const port = await freePort(noted[name]);
  if (noted[name] !== port) writeFileSync(file, JSON.stringify({ ...noted, [name]: port }));
  return port;
}
