// Each function as Netlify bundles it: how big, and how long its first import takes in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Figures } from './piece.ts';

const ROOT = join(import.meta.dirname, '../..');
const FUNCTIONS = join(ROOT, 'functions');

/** Our code with every package it uses in one minified file: what a cold function reads and runs, without Netlify's own runtime. */
async function bundle(name: string, into: string): Promise<string> {
  const outfile = join(into, `${name}.mjs`);
  await build({
    entryPoints: [join(FUNCTIONS, `${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}

/** Median of five: the process's own start is not counted. */
function importMs(file: string): number {
  const program = `const b=performance.now();await import(${JSON.stringify(file)});console.log(performance.now()-b)`;
  const times = Array.from({ length: 5 }, () =>
    Number(spawnSync(process.execPath, ['--input-type=module', '-e', program]).stdout.toString()),
  );
  return Math.round(times.sort((a, b) => a - b)[2] as number);
}

export async function benchBundles(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'tarjotin-bundles-'));
  const names = readdirSync(FUNCTIONS)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  const rows = [];
  for (const name of names) {
    const file = await bundle(name, folder);
    const code = readFileSync(file);
    rows.push({
      function: name,
      kilobytes: Math.round(code.length / 1000),
      kilobytes_gzip: Math.round(gzipSync(code).length / 1000),
      import_ms: importMs(file),
    });
  }
  rmSync(folder, { recursive: true, force: true });
  return rows;
}
