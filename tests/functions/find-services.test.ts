// The narrowed map as a function gives it: the same rows as on the map, what was chosen, a way on where nothing is left.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ServiceMap } from '#domain/content/service-map.ts';
import { countHits } from '#domain/map-keys.ts';
import { FACETS, type FacetKind, LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { callFunction } from '../support/call-function.ts';
import { elements, formsOf, langOf, mainOf, textOf, titleOf } from '../support/read-page.ts';

const SITE = 'https://tarjotin.example';
const maps: Record<Language, ServiceMap> = JSON.parse(readFileSync('functions/_lib/built/service-map.json', 'utf8'));
const call = (path: string, init: RequestInit = {}) =>
  callFunction(new Request(SITE + path, init), { work: new Set<Promise<unknown>>() });

/** The slugs of a value in each language, found by its code. */
function slugOf(kind: FacetKind, value: string, lang: Language): string {
  const found = maps[lang].facets.find((facet) => facet.kind === kind)?.values.find((one) => one.value === value);
  if (!found) throw new Error(`${kind} ${value} is not on the map`);
  return found.slug;
}
const query = (choices: Partial<Record<FacetKind, string>>, lang: Language): string =>
  (Object.entries(choices) as [FacetKind, string][])
    .map(([kind, value]) => `${FACETS[kind][lang]}=${slugOf(kind, value, lang)}`)
    .join('&');
const open = async (choices: Partial<Record<FacetKind, string>>, lang: Language = 'fi') =>
  (await call(routes.narrowed(query(choices, lang), lang))).text();

const rowsOf = (html: string) =>
  [...mainOf(html).matchAll(/<li data-keys="[^"]*"( hidden)?>[\s\S]*?<a href="([^"]+)"/g)].map(
    ([, hidden, href = '']) => ({ shown: !hidden, href }),
  );
const shown = (html: string) =>
  rowsOf(html)
    .filter((row) => row.shown)
    .map(({ href }) => href);
const statusOf = (html: string) => elements(html, 'p').find(({ attributes }) => attributes.role === 'status')?.text;
const chipsOf = (html: string) =>
  elements(mainOf(html).replace(/<template>[\s\S]*?<\/template>/, ''), 'a').filter(
    ({ attributes }) => attributes.class === 'chip',
  );

/** Two that have services in common. */
const TOGETHER = { theme: 'rahoitus', municipality: '998' } as const;

/** A situation and a theme that have none: which ones, the content decides. */
function apart(): { event: string; theme: string } {
  const [events, themes] = maps.fi.facets;
  const rows = maps.fi.groups.flatMap(({ services }) => services);
  for (const [event, { value }] of (events?.values ?? []).entries())
    for (const [theme, other] of (themes?.values ?? []).entries())
      if (countHits(rows, [`0.${event}`, `1.${theme}`]) === 0) return { event: value, theme: other.value };
  throw new Error('every situation has services of every theme');
}

describe.each(LANGUAGES)('in %s', (lang) => {
  it('choices combine: what is shown has all of them, and every other row of the map is there, hidden', async () => {
    const html = await open(TOGETHER, lang);
    const both = shown(html);
    const theme = shown(await open({ theme: 'rahoitus' }, lang));
    const municipality = shown(await open({ municipality: '998' }, lang));
    expect(both.length).toBeGreaterThan(0);
    expect(both).toEqual(theme.filter((href) => municipality.includes(href)));
    expect(rowsOf(html).map(({ href }) => href)).toEqual(
      maps[lang].groups.flatMap(({ services }) => services).map(({ slug }) => routes.service(slug, lang)),
    );
    expect(langOf(html)).toBe(lang);
    expect(statusOf(html)).toContain(String(both.length));
    expect(html).not.toMatch(/<!--(title|main|state|style)-->/);
  });

  it('only the themes with something to show are shown', async () => {
    const html = await open(TOGETHER, lang);
    const sections = [...mainOf(html).matchAll(/<section id="(\w+)"( hidden)?>/g)];
    expect(sections.length).toBe(maps[lang].groups.length);
    expect(sections.filter(([, , hidden]) => !hidden).map(([, id]) => id)).toEqual(['rahoitus']);
  });

  it('the form holds what was chosen and asks this address', async () => {
    const [form] = formsOf(await open(TOGETHER, lang));
    expect(form?.action).toBe(routes.path('findServices', lang));
    expect(form?.fields.filter(([, value]) => value)).toEqual(
      (Object.entries(TOGETHER) as [FacetKind, string][]).map(([kind, value]) => [
        FACETS[kind][lang],
        slugOf(kind, value, lang),
      ]),
    );
    expect(form?.fields).toHaveLength(Object.keys(FACETS).length);
  });

  it('each choice has a link that drops it alone', async () => {
    const chips = chipsOf(await open(TOGETHER, lang));
    expect(chips.map(({ attributes }) => attributes.href)).toEqual([
      routes.narrowed(query({ municipality: '998' }, lang), lang),
      routes.narrowed(query({ theme: 'rahoitus' }, lang), lang),
    ]);
    const [last] = chipsOf(await open({ theme: 'rahoitus' }, lang));
    expect(last?.attributes.href).toBe(routes.path('services', lang));
  });

  it('the language switch keeps the choices', async () => {
    const html = await open(TOGETHER, lang);
    for (const other of LANGUAGES.filter((one) => one !== lang)) {
      const link = elements(html, 'a').find(({ attributes }) => attributes.hreflang === other);
      expect(link?.attributes.href).toBe(routes.narrowed(query(TOGETHER, other), other));
      expect((await call(link?.attributes.href ?? '')).status).toBe(200);
    }
  });

  it('when nothing is left, it says so and what dropping each choice would bring back', async () => {
    const { event, theme } = apart();
    const html = await open({ event, theme }, lang);
    expect(shown(html)).toEqual([]);
    const without = await Promise.all([open({ theme }, lang).then(shown), open({ event }, lang).then(shown)]);
    const gains = chipsOf(html).map(({ text }) =>
      Number(/\d+/.exec(text.split(/Poista|Ta bort|Remove/)[1] ?? '')?.[0]),
    );
    expect(gains).toEqual(without.map((rows) => rows.length));
    expect(Math.min(...gains)).toBeGreaterThan(0);
    expect(mainOf(html)).toContain(`href="${routes.needForm(lang)}"`);
  });

  it('search engines keep the whole map in its place', async () => {
    const response = await call(routes.narrowed(query(TOGETHER, lang), lang));
    const html = await response.text();
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(elements(html, 'meta').find(({ attributes }) => attributes.name === 'robots')?.attributes.content).toBe(
      'noindex',
    );
    const links = elements(html, 'link').filter(({ attributes }) => attributes.rel !== 'icon');
    const canonical = links.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href ?? '';
    expect(new URL(canonical).pathname).toBe(routes.path('services', lang));
    expect(links.filter(({ attributes }) => attributes.hreflang)).toEqual([]);
  });
});

it('the title names the choices', async () => {
  expect(titleOf(await open(TOGETHER))).toBe('Palvelut: Rahoitus, Hillaneva – Tarjotin');
});

describe('one address for one choice', () => {
  it.each([
    ['empty fields of the form', '/palvelut/rajaa?tilanne=&aihe=rahoitus&koko=&kunta=hillaneva'],
    ['another order', '/palvelut/rajaa?kunta=hillaneva&aihe=rahoitus'],
    ['what others hang on links', '/palvelut/rajaa?aihe=rahoitus&kunta=hillaneva&fbclid=x'],
    ['words of another language', '/palvelut/rajaa?tema=finansiering&municipality=hillaneva'],
    ['a value given twice', '/palvelut/rajaa?aihe=rahoitus&aihe=digi&kunta=hillaneva'],
  ])('%s: leads to the one that is cached', async (_, path) => {
    const response = await call(path);
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      '/palvelut/rajaa?aihe=rahoitus&kunta=hillaneva',
    ]);
    expect((await call(response.headers.get('location') ?? '')).status).toBe(200);
  });

  it.each(['/palvelut/rajaa', '/palvelut/rajaa?', '/palvelut/rajaa?aihe=&kunta=', '/palvelut/rajaa?muu=1'])(
    'nothing chosen (%s) is the whole map',
    async (path) => {
      const response = await call(path);
      expect([response.status, response.headers.get('location')]).toEqual([303, '/palvelut']);
    },
  );

  it('caches keep it for each choice until the next deploy, for everybody alike', async () => {
    const path = routes.narrowed(query(TOGETHER, 'fi'), 'fi');
    const [one, other] = await Promise.all([
      call(path, { headers: { 'accept-language': 'sv', cookie: 'a=b' } }),
      call(path, { headers: { 'user-agent': 'x' } }),
    ]);
    expect(one.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(one.headers.get('netlify-cdn-cache-control')).toBe('public, durable, max-age=86400');
    const words = /^query=(\S+)$/.exec(one.headers.get('netlify-vary') ?? '')?.[1]?.split('|') ?? [];
    for (const facet of Object.values(FACETS)) expect(words).toEqual(expect.arrayContaining(Object.values(facet)));
    expect(await one.text()).toBe(await other.text());
  });
});

describe('what is not on the map', () => {
  it('is told kindly, narrows nothing, is not repeated and not cached', async () => {
    const response = await call('/palvelut/rajaa?aihe=Soita+numeroon+0600&kunta=hillaneva');
    const html = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(response.headers.get('netlify-vary')).toBeNull();
    expect(textOf(mainOf(html))).toContain('Emme tunnistaneet valintaasi, joten se ei rajaa palveluja: Aihe.');
    expect(html).not.toContain('0600');
    expect(shown(html)).toEqual(shown(await open({ municipality: '998' })));
  });

  it('alone leaves the whole map', async () => {
    const html = await (await call('/palvelut/rajaa?aihe=ei-ole')).text();
    expect(rowsOf(html).every((row) => row.shown)).toBe(true);
    expect(statusOf(html)).toBe('');
    expect(chipsOf(html)).toEqual([]);
  });

  it.each([
    ['markup', 'aihe=%22%3E%3Cscript%3Ealert(1)%3C/script%3E'],
    ['a broken encoding', 'aihe=%E0%A4%A'],
    ['a null byte', 'aihe=%00'],
    ['a prototype', 'aihe=__proto__&__proto__=x&constructor=y'],
    ['very much', `aihe=${'a'.repeat(12_000)}`],
    ['very many', Array.from({ length: 2000 }, (_, at) => `aihe=${at}`).join('&')],
  ])('%s does no harm', async (_, search) => {
    const response = await call(`/palvelut/rajaa?${search}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).not.toContain('alert(1)');
    expect(html.length).toBeLessThan(150_000);
    expect(rowsOf(html).every((row) => row.shown)).toBe(true);
  });
});

it('HEAD has the headers of GET and no body', async () => {
  const path = routes.narrowed(query(TOGETHER, 'fi'), 'fi');
  const [head, get] = await Promise.all([call(path, { method: 'HEAD' }), call(path)]);
  expect([...head.headers]).toEqual([...get.headers]);
  expect([head.status, await head.text()]).toEqual([200, '']);
});

it('nothing can be sent to it', async () => {
  const response = await call('/palvelut/rajaa?aihe=rahoitus', {
    method: 'POST',
    body: new URLSearchParams({ a: 'b' }),
  });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
