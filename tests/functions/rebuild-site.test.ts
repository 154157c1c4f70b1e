// rebuild-site: one POST to the build hook each night, and a log that says what became of it without telling the hook's address.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { rebuildSite } from '#lib/rebuild-site.ts';
import { config } from '../../functions/rebuild-site.ts';
import { freePort } from '../../supabase/local/ports.ts';
import { type Portal, startPortal } from '../support/portal.ts';

let portal: Portal;
let server: Server | undefined;
let lines: string[];
beforeAll(async () => {
  portal = await startPortal(); // for the environment
});
beforeEach(() => {
  lines = [];
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  delete process.env.BUILD_HOOK_URL;
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});
afterAll(() => portal.close());

async function hook(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/build_hooks/a-secret`;
}
const said = () => lines.map((line) => JSON.parse(line) as { level: string; message: string });

it('comes shortly after midnight in Helsinki, in winter and in summer', () => {
  expect('schedule' in config && config.schedule).toBe('5 22 * * *');
  const clock = (at: string) =>
    new Intl.DateTimeFormat('fi', { timeZone: 'Europe/Helsinki', timeStyle: 'short' }).format(new Date(at));
  expect([clock('2026-12-01T22:05:00Z'), clock('2027-07-01T22:05:00Z')]).toEqual(['0.05', '1.05']);
});

it('posts once to the hook', async () => {
  const requests: (string | undefined)[] = [];
  process.env.BUILD_HOOK_URL = await hook((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(200).end();
  });
  expect(await rebuildSite()).toBe('asked');
  expect(requests).toEqual(['POST /build_hooks/a-secret']);
  expect(said()).toMatchObject([{ level: 'info', message: 'site is being rebuilt' }]);
});

it('without a hook says that nothing is rebuilt daily, and does nothing', async () => {
  expect(await rebuildSite()).toBe('no hook');
  expect(said()).toMatchObject([{ level: 'info', message: expect.stringContaining('there is no BUILD_HOOK_URL') }]);
});

it.each([
  ['http on another machine', 'http://api.netlify.example/build_hooks/a-secret'],
  ['no address', 'a-secret'],
  ['a file', 'file:///a-secret'],
])('does not call %s', async (_what, url) => {
  process.env.BUILD_HOOK_URL = url;
  expect(await rebuildSite()).toBe('failed');
  expect(said()).toMatchObject([{ level: 'error', message: 'site not rebuilt: BUILD_HOOK_URL is no https address' }]);
});

it.each([
  ['a hook that was deleted', 404],
  ['an outage', 503],
])('says so after %s, with the status', async (_what, status) => {
  process.env.BUILD_HOOK_URL = await hook((_, response) => response.writeHead(status).end('a-secret'));
  expect(await rebuildSite()).toBe('failed');
  expect(said()).toMatchObject([{ level: 'error', message: 'site not rebuilt: the build hook refused', status }]);
});

it('follows no redirect with the wish', async () => {
  process.env.BUILD_HOOK_URL = await hook((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());
  expect(await rebuildSite()).toBe('failed');
});

it('says so when nobody answers', async () => {
  process.env.BUILD_HOOK_URL = `http://127.0.0.1:${await freePort()}/a-secret`;
  expect(await rebuildSite()).toBe('failed');
  expect(said()).toMatchObject([{ level: 'error', code: 'ECONNREFUSED' }]);
});

afterEach(() => {
  for (const line of lines) expect(line).not.toMatch(/a-secret|127\.0\.0\.1/);
});
