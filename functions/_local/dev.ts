// npm run dev: npm start, and again whenever a source changes. Only what changed is built, so this is quick enough.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = ['site', 'content', 'public', 'functions', 'supabase', 'astro.config.mjs', 'netlify.toml'];
/** Editors save in several steps. */
const SETTLE_MS = 300;

let child: ChildProcess = run();
let timer: NodeJS.Timeout | undefined;
let restarting = false;
let again = false;

function run(): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    stdio: 'inherit',
    env: { ...process.env, npm_lifecycle_event: 'dev' },
  });
}

async function restart(): Promise<void> {
  again = restarting;
  if (restarting) return;
  restarting = true;
  const gone = child.exitCode === null && child.signalCode === null && new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
  child = run();
  restarting = false;
  if (again) await restart();
}

for (const source of SOURCES) {
  const path = join(ROOT, source);
  if (!existsSync(path)) continue;
  watch(path, { recursive: true }, (_event, file) => {
    if (file?.startsWith(join('_lib', 'built'))) return; // written by the build itself
    clearTimeout(timer);
    timer = setTimeout(() => {
      console.log(`\n${source}${file ? `/${file}` : ''} changed\n`);
      void restart();
    }, SETTLE_MS);
  });
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    child.once('exit', () => process.exit(0));
    child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal);
    if (child.exitCode !== null || child.signalCode !== null) process.exit(0);
  });
}
