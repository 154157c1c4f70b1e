// Bundles each file of functions/ as Netlify does, one bundle for each, and imports what came out.
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config, Context } from '@netlify/functions';
import { build, stop } from 'esbuild';

export interface LocalFunction {
  name: string;
  handler: (request: Request, context: Context) => Response | undefined | Promise<Response | undefined>;
  config: Config;
}

/** `into` is emptied first. */
export async function buildFunctions({ root, into }: { root: string; into: string }): Promise<LocalFunction[]> {
  const sources = readdirSync(join(root, 'functions'), { withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(ts|tsx|mts|js|mjs)$/.test(entry.name),
  );
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  if (sources.length === 0) return [];
  linkPackages(root, into);
  await build({
    entryPoints: sources.map(({ name }) => join(root, 'functions', name)),
    absWorkingDir: root,
    outdir: into,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external', // loaded once for all, and not bundled again at each start
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  await stop(); // esbuild's own process would stay
  const names = sources.map(({ name }) => name.replace(/\.\w+$/, ''));
  return Promise.all(names.map((name) => load(name, join(into, `${name}.mjs`))));
}

async function load(name: string, file: string): Promise<LocalFunction> {
  const module: { default?: LocalFunction['handler']; config?: Config } = await import(pathToFileURL(file).href);
  if (typeof module.default !== 'function')
    throw new Error(`functions/${name} has no default export that is a function`);
  return { name, handler: module.default, config: module.config ?? {} };
}

/** The bundles may lie outside the project (DATA_DIR); this is how they find its packages. */
function linkPackages(root: string, into: string): void {
  const link = join(into, 'node_modules');
  symlinkSync(join(root, 'node_modules'), link, 'junction');
}
