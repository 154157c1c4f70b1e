// Builds the site when what it is made from has changed since the last build, and leaves it alone otherwise.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { helsinkiDate } from '#domain/helsinki-time.ts';

const INPUTS = ['site', 'content', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** Lies in dist: any other build empties dist, and the note about what this one was made from goes with it. */
const NOTE = 'dist/.inputs';
/** What astro.config.mjs takes where none is given: the same site, which is not built again for it. */
const DEFAULT_SITE_URL = 'http://127.0.0.1:8888';
const OUTPUTS = ['dist/index.html', 'functions/_lib/built'];

/** Returns whether a build was needed. */
export async function buildSite(
  root: string,
  env: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<boolean> {
  const inputs = hashInputs(root, [env.SITE_URL ?? DEFAULT_SITE_URL, ...editorSettings(env)].join(' '));
  const note = join(root, NOTE);
  const isBuilt = OUTPUTS.every((path) => existsSync(join(root, path)));
  if (isBuilt && existsSync(note) && readFileSync(note, 'utf8') === inputs) return false;
  await replaceSite(root, env, signal);
  writeFileSync(note, inputs);
  return true;
}

/**
 * Builds anew beside the site that may be served just now, by another portal too, and puts it in its place in one move. It holds
 * no note: what it was made from besides its files (the day, who confirmed what) is over by the next start.
 */
export async function replaceSite(
  root: string,
  env: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<void> {
  const dist = join(root, 'dist');
  const [next, last] = [join(root, `.astro/next-${process.pid}`), join(root, `.astro/last-${process.pid}`)];
  try {
    await runAstro(root, env, signal, next);
    if (existsSync(dist)) renameSync(dist, last);
    renameSync(next, dist);
  } finally {
    for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
  }
}

/** What README calls the settings of the editor: they stand in its page. */
const editorSettings = (env: Record<string, string | undefined>): string[] =>
  Object.entries(env)
    .filter(([name]) => name.startsWith('EDITOR_'))
    .map(([name, value]) => `${name}=${value}`)
    .sort();

/** `settings` are those that the build takes from its environment. The day counts too: what is past or stale is told as of the build. */
export function hashInputs(root: string, settings: string, day: string = helsinkiDate(new Date())): string {
  const hash = createHash('sha256').update(`${process.version} ${settings} ${day}\n`);
  const add = (path: string) =>
    hash
      .update(`${path}\n`)
      .update(readFileSync(join(root, path)))
      .update('\n');
  for (const input of INPUTS) {
    if (!existsSync(join(root, input))) continue;
    if (/\.\w+$/.test(input)) add(input);
    else for (const file of filesBelow(root, input)) add(file);
  }
  return hash.digest('hex');
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Astro's own words are shown only when it fails: they say which file and field is wrong. */
function runAstro(
  root: string,
  env: Record<string, string | undefined>,
  signal: AbortSignal | undefined,
  outDir: string,
): Promise<void> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal && { signal }),
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const last = Buffer.concat(said).toString('utf8').trimEnd().split('\n').slice(-40).join('\n');
      reject(new Error(`The site could not be built. Astro says:\n${last}`));
    });
  });
}
