// The need form as it is opened: in three languages, with services chosen by the address, the same for everybody.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '#domain/limits.ts';
import { catalogue } from '#lib/catalogue.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { elements, faultyFields, formsOf, langOf, mainOf, titleOf } from '../support/read-page.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const ADDRESSES = [
  ['fi', '/tarve', 'palvelu', 'Mitä yrityksesi tarvitsee?'],
  ['sv', '/sv/behov', 'tjanst', 'Vad behöver ditt företag?'],
  ['en', '/en/need', 'service', 'What does your company need?'],
] as const;

const chosen = (html: string): string[] =>
  (formsOf(html)[0]?.fields ?? []).filter(([name]) => name === 'services').map(([, value]) => value);

describe.each(ADDRESSES)('in %s at %s', (lang, path, query) => {
  it('it stands at its first step, in its language, with no fault and no service', async () => {
    const response = await portal.get(path);
    const html = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(langOf(html)).toBe(lang);
    expect(mainOf(html)).toContain('data-step="need"');
    expect(html).not.toMatch(/class="error-summary"|<!--(title|main|state)-->/);
    expect(chosen(html)).toEqual([]);
    const values = Object.fromEntries(formsOf(html)[0]?.fields ?? []);
    expect(values).toMatchObject({
      language: lang,
      notice_version: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      description: '',
      website: '',
    });
    expect(formsOf(html)[0]?.action).toBe(path);
  });

  it('a known service is chosen, several are, an unknown one and markup are left out', async () => {
    const open = async (search: string) => chosen(await (await portal.get(`${path}?${search}`)).text());
    expect(await open(`${query}=vienti`)).toEqual(['vienti']);
    expect(await open(`${query}=vienti&${query}=energia&${query}=vienti`)).toEqual(['vienti', 'energia']);
    expect(await open(`${query}=avaruus&${query}=energia`)).toEqual(['energia']);
    expect(await open(`${query}=__proto__&${query}=constructor&${query}=`)).toEqual([]);
    const html = await (await portal.get(`${path}?${query}=%22%3E%3Cscript%3Ealert(1)%3C/script%3E`)).text();
    expect(html).not.toContain('alert(1)');
  });

  it('may be kept by caches, for each chosen service, and found by search engines', async () => {
    const { headers } = await portal.get(path);
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('netlify-vary')).toBe(`query=${query},cookie=__Host-workspace`);
    expect(headers.get('x-robots-tag')).toBe('all');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is byte for byte the same for every visitor', async () => {
    const [one, other] = await Promise.all([
      portal.get(path, { headers: { 'accept-language': 'sv', cookie: 'a=b', 'user-agent': 'x' }, ip: '198.51.100.7' }),
      portal.get(path, { headers: { 'accept-language': 'en' } }),
    ]);
    expect(await one.text()).toBe(await other.text());
  });

  it('HEAD has the headers of GET and no body', async () => {
    const [head, get] = await Promise.all([portal.get(path, { method: 'HEAD' }), portal.get(path)]);
    expect([...head.headers]).toEqual([...get.headers]);
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

it.each(ADDRESSES)(
  'the page in %s has a title and one heading of the first rank, which say the same',
  async (_lang, path, _query, words) => {
    const html = await (await portal.get(path)).text();
    expect(elements(html, 'h1').map(({ text }) => text)).toEqual([words]);
    expect(titleOf(html)).toContain(words);
  },
);

it('more services than the form takes are a fault that the person can mend by taking some off', async () => {
  const all = catalogue.services.map(({ id }) => `palvelu=${id}`).join('&');
  const first = await (await portal.get(`/tarve?${all}`)).text();
  expect(chosen(first)).toHaveLength(catalogue.services.length);
  const written: [string, string][] = [
    ...(formsOf(first)[0]?.fields ?? []).filter(([name]) => name !== 'description'),
    ['description', 'Haluamme kuulla kaikesta, mitä teillä on.'],
    ['go', 'next'],
  ];
  const refused = await portal.postForm('/tarve', written);
  expect([refused.status, faultyFields(await refused.text())]).toEqual([422, ['field-services']]);
  let room: number = LIMITS.services.max;
  const fewer = written.filter(([name]) => name !== 'services' || room-- > 0);
  expect((await portal.postForm('/tarve', fewer)).status).toBe(200);
});
