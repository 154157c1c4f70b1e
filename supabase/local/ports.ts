// Ports on 127.0.0.1: a free one, and one that stays the same from start to start as long as nobody takes it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** A free port; the wanted one if it is free. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => (wanted ? freePort().then(resolve, reject) : reject(new Error('no free port'))));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
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
