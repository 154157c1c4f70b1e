// What the build reads back from the portal: taken when it is there and right; the build goes on when it is not.
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readLive } from '../../site/catalogue/live-data.ts';

const SHAPE = z.object({ count: z.number() });
let warned: ReturnType<typeof vi.spyOn>;
let server: Server | undefined;
beforeEach(() => {
  warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(async () => {
  vi.unstubAllEnvs();
  warned.mockRestore();
  await new Promise((done) => (server ? server.close(done) : done(undefined)));
  server = undefined;
});

async function published(answer: RequestListener): Promise<void> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((done) => server?.once('listening', done));
  vi.stubEnv('SITE_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

it('is taken, and asked for once however many pages need it', async () => {
  let requests = 0;
  await published((_request, response) => {
    requests += 1;
    response.end('{"count": 3}');
  });
  expect(await Promise.all([readLive('/data/x.json', SHAPE), readLive('/data/x.json', SHAPE)])).toEqual([
    { count: 3 },
    { count: 3 },
  ]);
  expect(requests).toBe(1);
});

it('is not asked for where the portal has no address', async () => {
  vi.stubEnv('SITE_URL', '');
  expect(await readLive('/data/x.json', SHAPE)).toBeUndefined();
  expect(warned).not.toHaveBeenCalled();
});

it.each<[string, RequestListener]>([
  ['an answer of another shape', (_request, response) => response.end('{"count": "three"}')],
  ['a page in place of data', (_request, response) => response.end('<!doctype html>')],
  ['an outage', (_request, response) => response.writeHead(503).end()],
  ['a line that is cut', (request) => request.socket.destroy()],
])('%s is left out, and the log says so', async (_what, answer) => {
  await published(answer);
  expect(await readLive('/data/x.json', SHAPE)).toBeUndefined();
  expect(warned).toHaveBeenCalledOnce();
});
