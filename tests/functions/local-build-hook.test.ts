// The stand-in for the build hook: answers at once, builds beside what is served, and swaps the two; a build that fails changes nothing.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBuildHook } from '../../functions/_local/build-hook.ts';
import { type Listening, listen } from '../../functions/_local/listen.ts';
import { createServer } from '../../functions/_local/server.ts';

/** In Astro's place: takes a while, then writes how many builds there were, or fails as it is told. */
const BUILDER = `
  import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
  const outDir = process.argv[process.argv.indexOf('--outDir') + 1];
  appendFileSync('builds', 'x');
  await new Promise((done) => setTimeout(done, 150));
  if (existsSync('broken')) { console.error('content/services/a.fi.md: price: is missing'); process.exit(1); }
  mkdirSync(outDir, { recursive: true });
  writeFileSync(outDir + '/index.html', readFileSync('builds', 'utf8').length + ' ' + process.env.PUBLISHED_URL);
`;

let root: string;
let said: string[];
let hook: ReturnType<typeof createBuildHook>;
let server: ReturnType<typeof createServer>;
let listening: Listening;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'tarjotin-hook-'));
  for (const folder of ['node_modules/astro/bin', 'dist', '.astro']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'node_modules/astro/bin/astro.mjs'), BUILDER);
  writeFileSync(join(root, 'dist/index.html'), 'before');
  writeFileSync(join(root, 'dist/.inputs'), 'hash');
  said = [];
  const env = { ...process.env, PUBLISHED_URL: 'http://own' };
  hook = createBuildHook({ root, env, say: (line) => said.push(line) });
  server = createServer({ dist: join(root, 'dist'), functions: [], headerRules: () => [], buildHook: hook });
  listening = await listen(server.fetch, 0);
});
afterEach(async () => {
  hook.stop();
  await server.stop();
  await listening.close(100);
  rmSync(root, { recursive: true, force: true });
});

const page = async () => (await fetch(listening.url)).text();
const order = () => fetch(`${listening.url}/dev/build-hook`, { method: 'POST' });

it('answers at once, serves the old site during the build and the new one after it, made with what this portal knows', async () => {
  expect((await order()).status).toBe(200);
  expect(await page()).toBe('before');
  await hook.build();
  expect(await page()).toMatch(/^\d http:\/\/own$/);
  // The next start builds again: it knows nothing of what this one was made from.
  expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
  expect(readdirSync(join(root, '.astro'))).toEqual([]);
});

it('builds one at a time: wishes during a build are one more build together', async () => {
  await Promise.all(Array.from({ length: 5 }, () => hook.build()));
  expect(readFileSync(join(root, 'builds'), 'utf8')).toBe('xx');
  expect(said).toEqual(['Site: built anew', 'Site: built anew']);
});

it('says why a build failed, and goes on serving the site that there is', async () => {
  writeFileSync(join(root, 'broken'), '');
  await hook.build();
  expect(said).toEqual([expect.stringContaining('content/services/a.fi.md: price: is missing')]);
  expect(await page()).toBe('before');
  rmSync(join(root, 'broken'));
  await hook.build();
  expect(await page()).toMatch(/^2 /);
});

it('says nothing of a build that the end of the portal cut off', async () => {
  const building = hook.build();
  hook.stop();
  await building;
  expect(said).toEqual([]);
  expect(await page()).toBe('before');
});

it('takes a POST alone, and is there only where it was asked for', async () => {
  expect((await fetch(`${listening.url}/dev/build-hook`)).status).toBe(404);
  const without = createServer({ dist: join(root, 'dist'), functions: [], headerRules: () => [] });
  const other = await listen(without.fetch, 0);
  expect((await fetch(`${other.url}/dev/build-hook`, { method: 'POST' })).status).toBe(404);
  await other.close(100);
  await without.stop();
});
