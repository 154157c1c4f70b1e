// The stand-in for Storage: what supabase-js does with a private bucket, who may, and what stays on disk.
import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectFiles } from '../../supabase/local/object-files.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const TYPE = 'application/octet-stream';
const BYTES = new TextEncoder().encode('%PDF-1.7 salaista');
const bucket = (key: string) =>
  createClient(db.supabaseUrl, key, { auth: { persistSession: false } }).storage.from('documents');
const system = () => bucket(db.secretKey);
const store = (name: string, body: Uint8Array | Blob = BYTES) => system().upload(name, body, { contentType: TYPE });
const codeOf = ({ error }: { error: unknown }) => (error as { statusCode?: string } | null)?.statusCode;

describe('with the secret key', () => {
  it('an object is stored once, read to the byte, and erased as often as one likes', async () => {
    const name = randomUUID();
    expect((await store(name)).error).toBeNull();
    expect(codeOf(await store(name))).toBe('409');
    const { data } = await system().download(name);
    expect(new Uint8Array((await data?.arrayBuffer()) as ArrayBuffer)).toEqual(BYTES);
    expect((await system().remove([name, randomUUID()])).data?.map((one) => one.name)).toEqual([name]);
    expect((await system().remove([name])).error).toBeNull();
    expect(codeOf(await system().download(name))).toBe('404');
  });

  it('a blob, which comes as a form, is stored too', async () => {
    const name = randomUUID();
    expect((await store(name, new Blob([BYTES], { type: TYPE }))).error).toBeNull();
    expect((await system().download(name)).data?.size).toBe(BYTES.length);
  });

  it('no more than 10 MiB, nothing but bytes, and no name that leads elsewhere', async () => {
    expect(codeOf(await store(randomUUID(), new Uint8Array(10 * 1024 * 1024 + 1)))).toBe('413');
    expect(codeOf(await system().upload(randomUUID(), BYTES, { contentType: 'text/html' }))).toBe('415');
    expect((await store('..%2f..%2fsecrets.json')).error).not.toBeNull();
    expect((await store('a.pdf')).error).not.toBeNull();
  });
});

describe('an address to upload to', () => {
  it('takes one object, once, from anybody who has it, and no other', async () => {
    const [name, other] = [randomUUID(), randomUUID()];
    const { data } = await system().createSignedUploadUrl(name);
    const put = (url: string) => fetch(url, { method: 'PUT', body: BYTES, headers: { 'content-type': TYPE } });
    const address = data?.signedUrl as string;
    expect((await put(address.replace(name, other))).status).toBe(400);
    expect((await put(address.replace(/token=.*/, 'token=x'))).status).toBe(400);
    expect((await put(address)).status).toBe(200);
    expect((await put(address)).status).toBe(400);
    expect((await system().createSignedUploadUrl(name)).error).not.toBeNull();
  });

  it('may be used by a page of another origin', async () => {
    const headers = { origin: 'https://tarjotin.example', 'access-control-request-method': 'PUT' };
    const { data } = await system().createSignedUploadUrl(randomUUID());
    const asked = await fetch(data?.signedUrl as string, { method: 'OPTIONS', headers });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  });
});

it('nobody without the secret key reads, stores, signs or erases', async () => {
  const name = randomUUID();
  await store(name);
  const anon = bucket(db.publishableKey);
  expect(codeOf(await anon.download(name))).toBe('404');
  expect((await anon.upload(randomUUID(), BYTES, { contentType: TYPE })).error).not.toBeNull();
  expect((await anon.createSignedUploadUrl(randomUUID())).error).not.toBeNull();
  expect((await anon.remove([name])).error).not.toBeNull();
  expect((await fetch(`${db.supabaseUrl}/storage/v1/object/public/documents/${name}`)).status).not.toBe(200);
  expect((await system().download(name)).error).toBeNull();
});

it('what broke off leaves no object: neither an upload that failed nor one that was killed', async () => {
  const files = objectFiles(db.storageDir, 1000);
  const name = randomUUID();
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(BYTES);
      controller.error(new Error('the line broke'));
    },
  });
  await expect(files.store(name, broken)).rejects.toThrow('the line broke');
  expect(readdirSync(db.storageDir).filter((file) => file.startsWith(name))).toEqual([]);
  // As kill -9 leaves it, in the middle of writing.
  writeFileSync(join(db.storageDir, `${name}.${randomUUID()}.part`), '%PDF');
  expect(await files.read(name)).toBeUndefined();
  expect(await files.store(name, new Blob([BYTES]).stream())).toBe('stored');
});
