// /storage/v1/object/*: as much of Supabase Storage's HTTP API as supabase-js uses for one private bucket, over files.
import { jwtVerify, SignJWT } from 'jose';
import { apiCaller, type CallerKeys } from './api-caller.ts';
import { objectFiles } from './object-files.ts';

/** As supabase/migrations/…_document_bucket.sql makes the bucket of a hosted project. */
const BUCKET = 'documents';
const MOST_BYTES = 10 * 1024 * 1024;
const TYPE = 'application/octet-stream';
/** Hosted: an address to upload to lives for two hours. */
const UPLOAD_LIFE = '2h';

/** Browsers upload from the portal's pages, which are of another origin. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS',
  'access-control-allow-headers': 'authorization, apikey, content-type, cache-control, x-client-info, x-upsert',
};

/** As hosted Storage answers: the status stands in the body, and is 400 for most. */
const refuse = (statusCode: number, error: string, message: string): Response =>
  Response.json(
    { statusCode: String(statusCode), error, message },
    { status: statusCode === 413 || statusCode >= 500 ? statusCode : 400, headers: CORS },
  );
const NOT_FOUND = () => refuse(404, 'not_found', 'Object not found');

export function storageService({ storageDir, ...keys }: CallerKeys & { storageDir: string }) {
  const files = objectFiles(storageDir, MOST_BYTES);
  const secret = new TextEncoder().encode(keys.jwtSecret);

  async function store(request: Request, name: string): Promise<Response> {
    const type = request.headers.get('content-type') ?? '';
    // A Blob comes as a form whose file has no name.
    const file = type.startsWith('multipart/form-data') ? (await request.formData()).get('') : undefined;
    const [sent, body] = file instanceof Blob ? [file.type, file.stream()] : [type, request.body];
    if (sent.split(';')[0] !== TYPE) return refuse(415, 'invalid_mime_type', `mime type ${sent} is not supported`);
    const outcome = await files.store(name, body);
    if (outcome === 'exists') return refuse(409, 'Duplicate', 'The resource already exists');
    if (outcome === 'too_large')
      return refuse(413, 'Payload too large', 'The object exceeded the maximum allowed size');
    if (outcome === 'bad_name') return refuse(400, 'InvalidKey', 'Invalid key');
    return Response.json({ Key: `${BUCKET}/${name}`, Id: name }, { headers: CORS });
  }

  async function signedUpload(request: Request, url: URL, name: string): Promise<Response> {
    try {
      const { payload } = await jwtVerify(url.searchParams.get('token') ?? '', secret, { algorithms: ['HS256'] });
      if (payload.url !== `${BUCKET}/${name}`)
        return refuse(400, 'InvalidSignature', 'The url do not match the signature');
    } catch {
      return refuse(400, 'InvalidJWT', 'jwt is not valid or has expired');
    }
    return store(request, name);
  }

  async function upload(name: string): Promise<Response> {
    if (await files.has(name)) return refuse(409, 'Duplicate', 'The resource already exists');
    const token = await new SignJWT({ url: `${BUCKET}/${name}`, upsert: false })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt()
      .setExpirationTime(UPLOAD_LIFE)
      .sign(secret);
    return Response.json({ url: `/object/upload/sign/${BUCKET}/${name}?token=${token}`, token });
  }

  async function read(name: string): Promise<Response> {
    const found = await files.read(name);
    if (!found) return NOT_FOUND();
    return new Response(found.body, { headers: { 'content-type': TYPE, 'content-length': String(found.size) } });
  }

  async function erase(request: Request): Promise<Response> {
    const { prefixes } = (await request.json()) as { prefixes: string[] };
    return Response.json((await files.erase(prefixes)).map((name) => ({ name, bucket_id: BUCKET })));
  }

  return {
    async fetch(request: Request): Promise<Response> {
      const url = new URL(request.url);
      const [, signed, name] =
        /^\/storage\/v1\/object\/(upload\/sign\/)?documents(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
      if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: CORS });
      if (signed && name && request.method === 'PUT') return signedUpload(request, url, name);
      // Nothing is granted to anon and authenticated: row-level security on storage.objects has no policy.
      const caller = await apiCaller(request.headers, keys);
      if (caller instanceof Response) return caller;
      if (caller.role !== 'service_role') {
        return request.method === 'GET'
          ? NOT_FOUND()
          : refuse(403, 'Unauthorized', 'new row violates row-level security policy');
      }
      const does = `${request.method} ${signed ? 'sign' : name ? 'object' : 'bucket'}`;
      if (name && does === 'POST sign') return upload(name);
      if (name && does === 'POST object') return store(request, name);
      if (name && does === 'GET object') return read(name);
      if (does === 'DELETE bucket') return erase(request);
      return refuse(404, 'not_found', 'Only objects of the bucket documents are served here');
    },
  };
}
