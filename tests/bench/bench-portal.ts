// The portal as npm start runs it, as a process of its own with fresh data, for figures that a user would see.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../supabase/local/ports.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface BenchPortal {
  url: string;
  supabaseUrl: string;
  databaseUrl: string;
  secretKey: string;
  secondsToStart: number;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('close', () => resolve()));

/** `dataDir` given: the same data as before, which are then left where they are. `root`: a portal in another folder than this. */
export async function startBenchPortal({
  dataDir,
  root = ROOT,
}: {
  dataDir?: string;
  root?: string;
} = {}): Promise<BenchPortal> {
  const data = dataDir ?? mkdtempSync(join(tmpdir(), 'tarjotin-bench-'));
  const port = await freePort();
  const secretKey = 'sb_secret_bench_only_0000000000000000';
  const began = performance.now();
  const child = spawn(process.execPath, ['functions/_local/start.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: data,
      SUPABASE_SECRET_KEY: secretKey,
      IP_LIMIT_PER_MINUTE: '0',
      // The default: another address would mean another build of the site.
      SITE_URL: 'http://127.0.0.1:8888',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const databaseUrl = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, url] = /^Database\s+(\S+)/m.exec(said) ?? [];
      if (url) resolve(url);
    });
    child.once('close', () => reject(new Error(`the portal did not start:\n${said}`)));
  });
  const secondsToStart = Math.round((performance.now() - began) / 10) / 100;
  const ports = JSON.parse(readFileSync(join(data, 'ports.json'), 'utf8')) as { supabase: number };
  return {
    url: `http://127.0.0.1:${port}`,
    supabaseUrl: `http://127.0.0.1:${ports.supabase}`,
    databaseUrl,
    secretKey,
    secondsToStart,
    async stop() {
      const end = ended(child);
      child.kill('SIGTERM');
      await end;
      if (!dataDir) rmSync(data, { recursive: true, force: true });
    },
  };
}
