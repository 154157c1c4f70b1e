// What stands before every endpoint: method, origin, size, type and shape of a request.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import { goodNeed, needForm } from '../support/good-need.ts';
import { type Portal, SITE, startPortal } from '../support/portal.ts';
import { langOf, mainOf, textOf } from '../support/read-page.ts';

let portal: Portal;
let linkPath: string;
beforeAll(async () => {
  portal = await startPortal();
  linkPath = new URL((await portal.sendNeed()).status_url).pathname;
});
afterAll(() => portal.close());

const TAKES: Record<string, string> = {
  '/api/needs': 'POST',
  '/api/links': 'POST',
  '/api/health': 'GET, HEAD',
  '/tarve': 'GET, HEAD, POST',
  '/sv/behov': 'GET, HEAD, POST',
  '/en/need': 'GET, HEAD, POST',
  '/data/promise.json': 'GET, HEAD',
  '/data/promise.csv': 'GET, HEAD',
  '/r/x': 'GET, HEAD',
  '/l/x': 'GET, HEAD, POST',
};
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'];

describe.each(Object.entries(TAKES))('%s takes %s', (path, allowed) => {
  it.each(METHODS.filter((method) => !allowed.split(', ').includes(method)))(
    'and refuses %s with 405',
    async (method) => {
      const response = await portal.request(path, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
      const asJson = await portal.request(path, { method, headers: { accept: 'application/json' } });
      expect([asJson.status, asJson.headers.get('content-type')]).toEqual([405, 'application/problem+json']);
    },
  );
});

const POSTS = ['/api/needs', '/api/links', '/tarve', '/l/x'];
const fields = Object.fromEntries(needForm());
/** Behind a letter's link a form may be longer: what is too long is given back there by its own page. */
const mostOf = (path: string): number => (path === '/l/x' ? LIMITS.linkBody : LIMITS.body);

describe.each(POSTS)('a post to %s', (path) => {
  it.each<[string, Record<string, string>]>([
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['an Origin that only begins like ours', { origin: `${SITE}.evil.example` }],
    ['our Origin without TLS', { origin: SITE.replace('https', 'http') }],
    ['Origin null', { origin: 'null' }],
    ['Sec-Fetch-Site cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site same-site', { 'sec-fetch-site': 'same-site', origin: 'https://other.tarjotin.example' }],
    ['Sec-Fetch-Site cross-site beside our own Origin', { 'sec-fetch-site': 'cross-site', origin: SITE }],
  ])('with %s is refused with 403', async (_what, headers) => {
    const response = await portal.postForm(path, fields, { headers });
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toContain('text/html');
    const json = await portal.postJson(path, goodNeed(), { headers: { ...headers, accept: 'application/json' } });
    expect([json.status, ((await json.json()) as { code: string }).code]).toEqual([403, 'forbidden']);
  });

  it.each<[string, Record<string, string>]>([
    ['our own Origin', { origin: SITE }],
    ['Sec-Fetch-Site same-origin', { 'sec-fetch-site': 'same-origin', origin: SITE }],
    ['Sec-Fetch-Site none', { 'sec-fetch-site': 'none' }],
    ['neither, as a program sends it', {}],
  ])('with %s is let in', async (_what, headers) => {
    expect((await portal.postForm(path, { ...fields, step: 'check' }, { headers })).status).not.toBe(403);
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', 'application/jsonp', ''])(
    'of type "%s" is refused with 415',
    async (type) => {
      const post = (accept: string) => {
        const headers = { accept, ...(type && { 'content-type': type }) };
        return portal.request(path, { method: 'POST', body: new TextEncoder().encode('a=b'), headers });
      };
      expect((await post('text/html')).status).toBe(415);
      expect(((await (await post('application/json')).json()) as { code: string }).code).toBe('wrong_type');
    },
  );

  it('that says it is over the limit is refused with 413 before it is read', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(mostOf(path) + 1) };
    expect((await portal.request(path, { method: 'POST', body: 'a=b', headers })).status).toBe(413);
  });

  it('that is over 64 KiB without saying so is refused with 413 and read no further', async () => {
    let given = 0;
    const body = new ReadableStream({
      pull(controller) {
        given += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(97));
        if (given > 100) controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
    const response = await portal.request(path, init);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'too_large']);
    expect(given).toBeLessThan(10);
  });

  it('that lies about its size is measured', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '10' };
    const body = `description=${'x'.repeat(mostOf(path))}`;
    expect((await portal.request(path, { method: 'POST', body, headers })).status).toBe(413);
  });

  it.each(['{', '[]', 'null', '"text"', '1', '{"a":1}}', '\u0000', '{"a":undefined}'])(
    'of JSON %j is refused with 400',
    async (body) => {
      const response = await portal.postJson(path, body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ status: 400, code: 'malformed', detail: expect.any(String) });
    },
  );
});

it('64 KiB exactly is let in', async () => {
  const body = `description=${'x'.repeat(64 * 1024 - 'description='.length)}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };
  expect((await portal.request('/api/needs', { method: 'POST', body, headers })).status).toBe(422);
});

it('a foreign page cannot act through a living link', async () => {
  const response = await portal.postForm(
    linkPath,
    { sure: 'yes', act: 'withdraw' },
    { headers: { origin: 'https://evil.example' } },
  );
  expect(response.status).toBe(403);
  expect(await portal.rows(`select from app.needs where state <> 'received'`)).toEqual([]);
});

it.each([
  ['sv-FI,sv;q=0.9', 'sv'],
  ['de, en-GB;q=0.8, fi;q=0.5', 'en'],
  ['de', 'fi'],
  ['', 'fi'],
])('a problem is told in the language that the browser asks for: %s', async (asked, lang) => {
  const response = await portal.postForm('/api/needs', {}, { headers: { origin: 'null', 'accept-language': asked } });
  const html = await response.text();
  expect(langOf(html)).toBe(lang);
  expect(textOf(mainOf(html))).toContain('+358 40 000 0100');
});
