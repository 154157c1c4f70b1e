// What the build learns of confirmations: where it asks, what it believes, and that no odd answer stops it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { confirmationOf, confirmationsUrl, parseConfirmations } from '#domain/confirmations.ts';
import { fetchConfirmations } from '../../site/integrations/read-confirmations.mjs';
import { freePort } from '../../supabase/local/ports.ts';

const TODAY = '2026-11-23';

describe('where the build asks', () => {
  it.each([
    [{}, undefined],
    [{ SITE_URL: '' }, undefined],
    [{ SITE_URL: 'http://127.0.0.1:8888' }, undefined],
    [{ SITE_URL: 'http://localhost:8888' }, undefined],
    [{ SITE_URL: 'http://[::1]:8888' }, undefined],
    [{ SITE_URL: 'no address' }, undefined],
    [{ SITE_URL: 'https://tarjotin.fi' }, 'https://tarjotin.fi/data/confirmations.json'],
    [{ SITE_URL: 'https://tarjotin.fi/' }, 'https://tarjotin.fi/data/confirmations.json'],
    [{ SITE_URL: 'https://localhost.fi' }, 'https://localhost.fi/data/confirmations.json'],
    [{ SITE_URL: 'http://127.0.0.1:8888', CONFIRMATIONS_URL: 'http://127.0.0.1:8888/x' }, 'http://127.0.0.1:8888/x'],
  ])('%o: %s', (env, url) => {
    expect(confirmationsUrl(env)).toBe(url);
  });
});

describe('a confirmation', () => {
  const told = parseConfirmations('{"havu":"2026-11-22","bitti":"2026-11-23","luotsi":"2026-11-24"}');

  it('of today or before counts', () => {
    expect(confirmationOf('havu', told, TODAY)).toBe('2026-11-22');
    expect(confirmationOf('bitti', told, TODAY)).toBe(TODAY);
  });

  it('of tomorrow, or of somebody who is not told of, does not', () => {
    expect(confirmationOf('luotsi', told, TODAY)).toBeUndefined();
    expect(confirmationOf('meri', told, TODAY)).toBeUndefined();
    expect(confirmationOf('constructor', told, TODAY)).toBeUndefined();
    expect(confirmationOf('__proto__', parseConfirmations('{"__proto__":"2026-11-22"}'), TODAY)).toBeUndefined();
  });
});

it.each([
  ['no JSON', '<!doctype html>'],
  ['a list', '[]'],
  ['nothing', 'null'],
  ['a text', '"2026-11-22"'],
  ['a date that is none', '{"havu":"2026-02-30"}'],
  ['a moment for a day', '{"havu":"2026-11-22T10:00:00Z"}'],
  ['a person in it', '{"havu":{"on":"2026-11-22","by":"a@b.example"}}'],
  ['an id that names no file', '{"../havu":"2026-11-22"}'],
])('%s is no answer', (_what, json) => {
  expect(() => parseConfirmations(json)).toThrow();
});

describe('the build', () => {
  async function portal(answer: { status?: number; body?: string } | 'silence'): Promise<string> {
    const server = createServer((_, response) => {
      if (answer !== 'silence') response.writeHead(answer.status ?? 200).end(answer.body ?? '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/confirmations.json`;
  }
  const ask = async (url: string, timeoutMs?: number) => {
    const warnings: string[] = [];
    const found = await fetchConfirmations(url, { warn: (text: string) => warnings.push(text) }, timeoutMs);
    return { found: Object.fromEntries(found), warnings };
  };

  it('takes what the portal tells', async () => {
    const url = await portal({ body: '{"havu":"2026-11-22"}' });
    expect(await ask(url)).toEqual({ found: { havu: '2026-11-22' }, warnings: [] });
  });

  it.each([
    ['a portal that is not deployed yet', { status: 404, body: '<!doctype html>' }, 'it answered 404'],
    ['a portal whose database is down', { status: 503 }, 'it answered 503'],
    ['a page in place of JSON', { body: '<!doctype html>' }, 'its answer is not such a list'],
    ['an answer of another shape', { body: '{"havu":"yesterday"}' }, 'its answer is not such a list'],
    ['silence', 'silence' as const, 'it did not answer in time'],
  ])('goes on without it after %s, and says so once', async (_what, answer, reason) => {
    const url = await portal(answer);
    const { found, warnings } = await ask(url, 300);
    expect(found).toEqual({});
    expect(warnings).toEqual([expect.stringContaining(`(${reason})`)]);
    expect(warnings[0]).toContain('content/providers');
  });

  it('goes on without it when nobody is there', async () => {
    expect(await ask(`http://127.0.0.1:${await freePort()}/data/confirmations.json`)).toEqual({
      found: {},
      warnings: [expect.stringContaining('(ECONNREFUSED)')],
    });
  });
});
