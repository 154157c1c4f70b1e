// What a build learns from the published portal: where it asks, and that no odd answer stops it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { publishedPortal } from '#domain/published-portal.ts';
import { confirmations, fetchPublished, figures } from '../../site/integrations/read-published.mjs';
import { freePort } from '../../supabase/local/ports.ts';

describe('where the build asks', () => {
  it.each([
    [{}, undefined],
    [{ SITE_URL: '' }, undefined],
    [{ SITE_URL: 'http://127.0.0.1:8888' }, undefined],
    [{ SITE_URL: 'http://localhost:8888' }, undefined],
    [{ SITE_URL: 'http://[::1]:8888' }, undefined],
    [{ SITE_URL: 'no address' }, undefined],
    [{ SITE_URL: 'https://tarjotin.fi' }, 'https://tarjotin.fi'],
    [{ SITE_URL: 'https://localhost.fi' }, 'https://localhost.fi'],
    [{ SITE_URL: 'http://127.0.0.1:8888', PUBLISHED_URL: 'http://127.0.0.1:9999' }, 'http://127.0.0.1:9999'],
  ])('%o: %s', (env, url) => {
    expect(publishedPortal(env)).toBe(url);
  });
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
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const ask = async (
    url: string,
    timeoutMs?: number,
    source: typeof confirmations | typeof figures = confirmations,
  ) => {
    const warnings: string[] = [];
    const found = await fetchPublished(url, source, { warn: (text: string) => warnings.push(text) }, timeoutMs);
    return { found, warnings };
  };

  it('takes what the portal tells', async () => {
    const url = await portal({ body: '{"havu":"2026-11-22"}' });
    expect(await ask(url)).toEqual({ found: [['havu', '2026-11-22']], warnings: [] });
  });

  it.each([
    ['a portal that is not deployed yet', { status: 404, body: '<!doctype html>' }, 'it answered 404'],
    ['a portal whose database is down', { status: 503 }, 'it answered 503'],
    ['a page in place of JSON', { body: '<!doctype html>' }, 'its answer has another shape'],
    ['an answer of another shape', { body: '{"havu":"yesterday"}' }, 'its answer has another shape'],
    ['silence', 'silence' as const, 'it did not answer in time'],
  ])('goes on without it after %s, and says so once', async (_what, answer, reason) => {
    const url = await portal(answer);
    const { found, warnings } = await ask(url, 300);
    expect(found).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining(`(${reason})`)]);
    expect(warnings[0]).toContain('content/providers');
  });

  it('reads the figures of the promise in the same way', async () => {
    const published = { reckoned_at: '2026-11-23T08:00:00+00:00', working_days: 2, figures: [] };
    const asked = async (body: unknown) => ask(await portal({ body: JSON.stringify(body) }), undefined, figures);
    expect(await asked(published)).toEqual({ found: published, warnings: [] });
    const { found, warnings } = await asked({ ...published, working_days: 'two' });
    expect([found, warnings]).toEqual([undefined, [expect.stringContaining('no figures are published')]]);
  });

  it('goes on without it when nobody is there', async () => {
    expect(await ask(`http://127.0.0.1:${await freePort()}`)).toEqual({
      found: undefined,
      warnings: [expect.stringContaining('(ECONNREFUSED)')],
    });
  });
});
