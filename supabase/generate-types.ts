// The types of schema api as the Supabase CLI sees them in a migrated database. `npm run types` writes them.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const HEAD = '// Generated from the migrations by `npm run types` (the Supabase CLI). Never edited by hand.\n';
/** Half a minute is more than it takes on a slow machine; without an end a lost database would hang the tests. */
const TIMEOUT_MS = 30_000;

export async function generateTypes(databaseUrl: string): Promise<string> {
  const supabase = join(ROOT, 'node_modules/.bin/supabase');
  // In a folder of its own: the CLI leaves notes in the one it runs in.
  const workdir = await mkdtemp(join(tmpdir(), 'types-'));
  try {
    const args = [
      'gen',
      'types',
      '--lang',
      'typescript',
      '--remote',
      databaseUrl,
      '--schema',
      'api',
      '--workdir',
      workdir,
    ];
    const { stdout } = await promisify(execFile)(supabase, args, {
      cwd: workdir,
      timeout: TIMEOUT_MS,
      maxBuffer: 16 * 1024 * 1024,
      shell: process.platform === 'win32',
    });
    // What it says while it connects comes before the first line of code.
    const start = stdout.search(/^export /m);
    if (start < 0) throw new Error(`The Supabase CLI wrote no types: ${stdout}`);
    return HEAD + stdout.slice(start);
  } finally {
    await rm(workdir, { recursive: true, force: true });
  }
}
