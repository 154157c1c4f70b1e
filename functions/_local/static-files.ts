// Serves dist as Netlify does: clean URLs, redirects, the 404 page, ETags, compression, the headers of netlify.toml.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import type { HeaderRules } from './netlify-headers.ts';

/** Netlify reads it and serves it to nobody; each line is `from to status`. */
const REDIRECTS = '_redirects';

const COMPRESSIBLE = /^text\/|json|javascript|xml|svg|manifest|font\/(?:ttf|otf)/;
const BROTLI_QUALITY = 6; // a few ms a page; each file is compressed once
/** Files kept in memory; more than any small site has, and a bound for a big one. */
const CACHE_SIZE = 1000;

interface CachedFile {
  modified: number;
  type: string;
  etag: string;
  body: Record<'identity' | 'gzip' | 'br', Uint8Array<ArrayBuffer>>;
}

export function staticFiles(dist: string, headerRules: HeaderRules) {
  const cache = new Map<string, CachedFile>();

  async function load(file: string): Promise<CachedFile | undefined> {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const cached = cache.get(file);
    if (cached?.modified === found.mtimeMs) return cached;
    const fresh = await readCompressed(file, found.mtimeMs);
    if (cache.size >= CACHE_SIZE) cache.clear();
    cache.set(file, fresh);
    return fresh;
  }

  async function find(path: string): Promise<CachedFile | undefined> {
    const file = join(dist, normalize(path));
    if (path.includes('\0') || !file.startsWith(dist + sep) || path.split('/').includes('.inputs')) return undefined;
    if (path === `/${REDIRECTS}`) return undefined;
    if (path === '/') return load(join(dist, 'index.html'));
    return (await load(file)) ?? (await load(`${file}.html`)) ?? (await load(join(file, 'index.html')));
  }

  /** Read at each miss: a build may have changed it, and misses are few. */
  async function movedTo(path: string): Promise<string | undefined> {
    const lines = await readFile(join(dist, REDIRECTS), 'utf8').catch(() => '');
    return lines
      .split('\n')
      .map((line) => line.split(' '))
      .find(([from]) => from === path)?.[1];
  }

  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = decode(url.pathname);
    if (path === undefined) return new Response('Bad request', { status: 400 });
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (path.length > 1 && path.endsWith('/') && isRead && (await find(path.slice(0, -1)))) {
      return new Response(null, { status: 301, headers: { location: url.pathname.replace(/\/+$/, '') + url.search } });
    }
    const found = path.endsWith('/') && path !== '/' ? undefined : await find(path);
    if (found && !isRead) return new Response('Method not allowed', { status: 405, headers: { allow: 'GET, HEAD' } });
    const moved = found || !isRead ? undefined : await movedTo(path);
    if (moved) return new Response(null, { status: 301, headers: { location: moved + url.search } });
    const file = found ?? (await load(join(dist, '404.html')));
    return file
      ? answer(request, file, found ? 200 : 404, headerRules(path))
      : new Response('Not found', { status: 404 });
  };
}

function answer(request: Request, file: CachedFile, status: number, rules: [string, string][]): Response {
  const accepts = request.headers.get('accept-encoding') ?? '';
  const encoding =
    file.body.br !== file.body.identity && (/\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) && 'gzip');
  const headers = new Headers({
    'content-type': file.type,
    etag: file.etag,
    'cache-control': 'public, max-age=0, must-revalidate',
  });
  if (file.body.br !== file.body.identity) headers.set('vary', 'Accept-Encoding');
  for (const [name, value] of rules) headers.set(name, value);
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (status === 200 && (known.includes(file.etag) || known.includes('*')))
    return new Response(null, { status: 304, headers });
  const body = file.body[encoding || 'identity'];
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.byteLength));
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}

async function readCompressed(file: string, modified: number): Promise<CachedFile> {
  const identity = new Uint8Array(await readFile(file));
  const type = getMimeType(file) ?? 'application/octet-stream';
  // Weak: the same tag stands for the compressed and the plain bytes.
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  const body = { identity, gzip: identity, br: identity };
  if (COMPRESSIBLE.test(type) && identity.byteLength > 500) {
    body.gzip = new Uint8Array(await promisify(gzip)(identity, { level: 9 }));
    body.br = new Uint8Array(
      await promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
    );
  }
  return { modified, type, etag, body };
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
