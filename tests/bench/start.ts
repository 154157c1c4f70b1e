// How long the second start takes: on data and a build that are there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBenchPortal } from './bench-portal.ts';
import type { Figures } from './piece.ts';

export async function benchStart(): Promise<Figures> {
  const data = mkdtempSync(join(tmpdir(), 'tarjotin-bench-start-'));
  const times: number[] = [];
  for (let start = 0; start < 4; start += 1) {
    const portal = await startBenchPortal({ dataDir: data });
    if (start > 0) times.push(portal.secondsToStart);
    await portal.stop();
  }
  rmSync(data, { recursive: true, force: true });
  const median = times.sort((a, b) => a - b)[1] as number;
  return [{ start: 'second', seconds: median }];
}
