// One `astro build` from nothing, without what an earlier one left: how long, how much work, how much memory at its peak.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

export interface BuildCost {
  seconds: number;
  /** Of all threads: a busy machine stretches the seconds and leaves this alone. */
  cpuSeconds: number;
  peakMegabytes: number;
}

const LEFT_BEHIND = ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite', 'functions/_lib/built'];

/** Runs in the build's own process, which tells through its fourth file descriptor what it has used when it ends. */
const TELL = `data:text/javascript,${encodeURIComponent(
  "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,JSON.stringify(process.resourceUsage())))",
)}`;

/** `nodeOptions`: of Node itself, `--cpu-prof` for one. */
export async function timedBuild(folder: string, nodeOptions: string[] = []): Promise<BuildCost> {
  for (const path of LEFT_BEHIND) rmSync(join(folder, path), { recursive: true, force: true });
  const astro = join(folder, 'node_modules/astro/bin/astro.mjs');
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, '--import', TELL, astro, 'build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let said = '';
  let used = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    used += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`the build in ${folder} failed:\n${said.slice(-4000)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(used) as NodeJS.ResourceUsage;
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
}
