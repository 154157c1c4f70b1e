// The local server serves a built site and functions as Netlify does.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildFunctions } from '../../functions/_local/build-functions.ts';
import { type Listening, listen } from '../../functions/_local/listen.ts';
import { readHeaderRules } from '../../functions/_local/netlify-headers.ts';
import { createServer } from '../../functions/_local/server.ts';

const PAGE = `<h1>Palvelut</h1>${'<p>teksti</p>'.repeat(100)}`;
const FILES: Record<string, string> = {
  'dist/index.html': '<h1>Etusivu</h1>',
  'dist/palvelut.html': PAGE,
  'dist/sv.html': '<h1>Svenska</h1>',
  'dist/sv/tjanster.html': '<h1>Tjänster</h1>',
  'dist/404.html': '<h1>Ei löydy</h1>',
  'dist/_astro/app.js': 'let a = 1;',
  'dist/.inputs': 'hash',
  'dist/_redirects': '/vanha /palvelut 301\n/palvelut /sv 301\n',
  'secret.txt': 'secret',
  'netlify.toml': `
    [[headers]]
    for = "/*"
      [headers.values]
      x-content-type-options = "nosniff"
    [[headers]]
    for = "/_astro/*"
      [headers.values]
      cache-control = "public, max-age=31536000, immutable"`,
  'functions/echo.tsx': `
    import type { Context } from '@netlify/functions';
    import { renderToString } from 'preact-render-to-string';
    export default async (request: Request, context: Context) => {
      if (request.method === 'POST') return Response.json({ text: await request.text(), length: request.headers.get('content-length') });
      return new Response(renderToString(<p>{JSON.stringify([request.method, context.params, context.ip, typeof context.requestId])}{'x'.repeat(2000)}</p>), { headers: { 'content-type': 'text/html' } });
    };
    export const config = { path: ['/echo/:token', '/kaiku'] };`,
  'functions/only-post.ts': `export default () => new Response('posted'); export const config = { path: '/palvelut', method: 'POST' };`,
  'functions/early.ts': `export default () => new Response('too big', { status: 413 }); export const config = { path: '/early' };`,
  'functions/throws.ts': `export default () => { throw new Error('a fault'); }; export const config = { path: '/throws' };`,
  'functions/plain.ts': `export default () => new Response('plain');`,
  'functions/later.ts': `
    export default (_request, context) => {
      context.waitUntil(new Promise((done) => setTimeout(() => { globalThis.laterDone = true; done(); }, 200)));
      return new Response('now');
    };
    export const config = { path: '/later' };`,
  'functions/each-minute.ts': `
    let runs = 0;
    export default async (request) => {
      const { next_run } = await request.json();
      await new Promise((done) => setTimeout(done, 50));
      runs += 1;
      return Response.json({ runs, told: typeof next_run });
    };
    export const config = { schedule: '* * * * *' };`,
  'functions/_lib/not-an-endpoint.ts': `export default () => new Response('no');`,
};

let root: string;
let server: ReturnType<typeof createServer>;
let listening: Listening;
const get = (path: string, init: RequestInit = {}) => fetch(listening.url + path, { redirect: 'manual', ...init });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'tarjotin-server-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  const functions = await buildFunctions({ root, into: join(root, 'data/functions') });
  server = createServer({
    dist: join(root, 'dist'),
    functions,
    headerRules: readHeaderRules(join(root, 'netlify.toml')),
  });
  listening = await listen(server.fetch, 0);
});
afterAll(async () => {
  await listening.close(100);
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

describe('pages', () => {
  it('have clean URLs in every folder, and the 404 page with its status', async () => {
    const paths = ['/', '/palvelut', '/sv', '/sv/tjanster', '/nothing', '/sv/nothing'];
    const answers = await Promise.all(
      paths.map(async (path) => [(await get(path)).status, (await (await get(path)).text()).slice(0, 14)]),
    );
    expect(answers).toEqual([
      [200, '<h1>Etusivu</h'],
      [200, '<h1>Palvelut</'],
      [200, '<h1>Svenska</h'],
      [200, '<h1>Tjänster</'],
      [404, '<h1>Ei löydy</'],
      [404, '<h1>Ei löydy</'],
    ]);
  });
  it('with a slash at the end lead to those without', async () => {
    const answer = await get('/sv/tjanster/?a=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/sv/tjanster?a=1']);
    expect((await get('/nothing/')).status).toBe(404);
  });
  it('that moved lead on from their old address, unless there is a page at it', async () => {
    const answer = await get('/vanha?a=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/palvelut?a=1']);
    expect((await get('/palvelut')).status).toBe(200);
    expect((await get('/vanha', { method: 'POST' })).status).toBe(404);
    expect((await get('/_redirects')).status).toBe(404);
  });
  it('carry the headers of netlify.toml, type and ETag, and answer 304', async () => {
    const page = await get('/palvelut');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect((await get('/_astro/app.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/nothing')).headers.get('x-content-type-options')).toBe('nosniff');
    const again = await get('/palvelut', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
  it('come compressed as asked', async () => {
    const read = (encoding: string) =>
      new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
        const request = httpRequest(
          `${listening.url}/palvelut`,
          { headers: { 'accept-encoding': encoding } },
          async (answer) => {
            resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(await answer.toArray()) });
          },
        );
        request.on('error', reject).end();
      });
    const [br, gzip, plain] = [await read('gzip, br'), await read('gzip'), await read('identity')];
    expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', undefined]);
    expect([brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body].map(String)).toEqual([PAGE, PAGE, PAGE]);
    expect(br.body.length).toBeLessThan(plain.body.length / 5);
  });
  it('are read only, and nothing outside dist is served', async () => {
    expect((await get('/sv', { method: 'POST' })).status).toBe(405);
    const paths = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/.inputs',
      '/a%00b',
    ];
    const statuses = await Promise.all(paths.map(async (path) => (await get(path)).status));
    expect(statuses).toEqual(paths.map(() => 404));
    expect((await get('/%zz')).status).toBe(400);
  });
  it('HEAD gives the headers alone', async () => {
    const head = await get('/palvelut', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('functions', () => {
  it('are found by path, get their params and the address of the socket, whatever the headers say', async () => {
    const headers = { 'x-forwarded-for': '6.6.6.6', 'x-nf-client-connection-ip': '6.6.6.6' };
    const text = await (await get('/echo/a%20b', { headers })).text();
    expect(text).toContain(`["GET",{"token":"a b"},"127.0.0.1","string"]`.replaceAll('"', '&quot;'));
    expect((await get('/kaiku')).status).toBe(200);
    expect((await get('/.netlify/functions/plain')).status).toBe(200);
  });
  it('get the body, and HEAD as GET with nothing in the answer', async () => {
    const answer = await get('/kaiku', { method: 'POST', body: 'ä'.repeat(1000) });
    expect(await answer.json()).toEqual({ text: 'ä'.repeat(1000), length: '2000' });
    const head = await get('/kaiku', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
  it('with a method leave other methods to the page of the same path', async () => {
    expect(await (await get('/palvelut', { method: 'POST' })).text()).toBe('posted');
    expect((await (await get('/palvelut')).text()).slice(0, 17)).toBe('<h1>Palvelut</h1>');
  });
  it('may answer before the body has come', async () => {
    const answer = await get('/early', { method: 'POST', body: 'x'.repeat(5_000_000) });
    expect([answer.status, await answer.text()]).toEqual([413, 'too big']);
    expect((await get('/early', { method: 'POST', body: 'x' })).status).toBe(413);
  });
  it('that throw are a 500 without detail, and the next call is answered', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    const answer = await get('/throws');
    expect(String(logged.mock.calls[0]?.[1])).toBe('Error: a fault');
    logged.mockRestore();
    expect([answer.status, await answer.text()]).toEqual([500, 'Internal server error']);
    expect((await get('/kaiku')).status).toBe(200);
  });
  it('in _lib are no endpoints', async () => {
    expect((await get('/.netlify/functions/not-an-endpoint')).status).toBe(404);
  });
  it('on a schedule are run on demand, one at a time, and are not reachable otherwise', async () => {
    const run = () => get('/dev/run/each-minute', { method: 'POST' }).then((answer) => answer.json());
    expect(await Promise.all([run(), run()])).toEqual([1, 1].map((runs) => ({ runs, told: 'string' })));
    expect(await run()).toEqual({ runs: 2, told: 'string' });
    expect((await get('/.netlify/functions/each-minute')).status).toBe(404);
    expect((await get('/dev/run/kaiku', { method: 'POST' })).status).toBe(404);
    expect((await get('/dev/run/each-minute')).status).toBe(404);
  });
  it('work that goes on after the answer is waited for', async () => {
    await get('/later');
    expect([await server.stop(1000), (globalThis as { laterDone?: boolean }).laterDone]).toEqual([true, true]);
  });
});

it('without a mailbox there is no /dev/mail', async () => {
  expect((await get('/dev/mail')).status).toBe(404);
});
