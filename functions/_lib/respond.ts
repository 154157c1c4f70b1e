// Every answer of a function, with the headers that the static pages get from netlify.toml: those do not reach functions.
import { STATUS_CODES } from 'node:http';
import { create as contentDisposition } from 'content-disposition';

export const SECURITY_HEADERS = {
  // The page's own policy, with its hashes, stands in the page; these directives work in a header alone.
  'content-security-policy': "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  // Same-origin and not no-referrer: without a referrer, browsers send `Origin: null` with a form, which we would refuse.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-opener-policy': 'same-origin',
} as const;

type Headers = Readonly<Record<string, string>>;

// What a function makes is for one person: kept nowhere and found by no search engine, unless it says otherwise.
const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' } as const;

/** The same for everybody: browsers ask each time, and the network's cache answers them by this rule until the next deploy. */
export const keptByNetwork = (rule: string) => ({
  'cache-control': 'public, max-age=0, must-revalidate',
  'netlify-cdn-cache-control': `public, durable, ${rule}`,
});

export const html = (body: string, status = 200, headers: Headers = {}): Response =>
  new Response(body, {
    status,
    headers: { ...SECURITY_HEADERS, ...PRIVATE, 'content-type': 'text/html; charset=utf-8', ...headers },
  });

export const json = (body: unknown, status = 200, headers: Headers = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...SECURITY_HEADERS, ...PRIVATE, 'content-type': 'application/json; charset=utf-8', ...headers },
  });

export const text = (body: string, headers: Headers & { 'content-type': string }): Response =>
  new Response(body, { headers: { ...SECURITY_HEADERS, ...PRIVATE, ...headers } });

/** A file that somebody uploaded: saved and never shown, whatever is in it. Without bytes, its headers alone. */
export const attachment = (
  file: { name: string; type: string; size: number },
  bytes: Uint8Array<ArrayBuffer> | undefined,
): Response =>
  // A stream: Netlify sends 20 MB of one, and 6 MB of anything else.
  new Response(bytes ? new Blob([bytes]).stream() : null, {
    headers: {
      ...SECURITY_HEADERS,
      ...PRIVATE,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'content-type': file.type,
      'content-disposition': contentDisposition(file.name),
      'content-length': String(file.size),
      'accept-ranges': 'none',
    },
  });

/** 303: the form was taken; a reload of what comes next sends nothing again. */
export const seeOther = (location: string, headers: Headers = {}): Response =>
  new Response(null, { status: 303, headers: { ...SECURITY_HEADERS, ...PRIVATE, location, ...headers } });

/** RFC 9457. `code` is for programs, `errors` say which field is wrong and how. */
export const problemJson = (
  status: number,
  code: string,
  more: { errors?: { field: string; code: string }[]; headers?: Headers; detail?: string } = {},
): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: STATUS_CODES[status],
      status,
      code,
      ...(more.detail ? { detail: more.detail } : {}),
      ...(more.errors ? { errors: more.errors } : {}),
    }),
    {
      status,
      headers: { ...SECURITY_HEADERS, ...PRIVATE, 'content-type': 'application/problem+json', ...more.headers },
    },
  );

/** A zip to be saved, sent as it is made. Its name is ours: letters, digits and hyphens. */
export const zipFile = (body: ReadableStream<Uint8Array>, name: string): Response =>
  new Response(body, {
    headers: {
      ...SECURITY_HEADERS,
      ...PRIVATE,
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
