// Every page that the build made, for those who do not look at it: where it stands, in which languages, what it is about, how a link to it is shown.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes } from '#domain/routes.ts';
import { SOCIAL_SIZE } from '#domain/social-size.ts';
import { type BuiltPage, builtPages, DIST } from '../support/built-pages.ts';
import { ENDPOINTS } from '../support/call-function.ts';
import { elements } from '../support/read-page.ts';

const pages = builtPages();
const kept = pages.filter(({ isKept }) => isKept);
const byPath = new Map(pages.map((page) => [page.path, page]));
const site = new URL(byPath.get('/')?.canonical ?? '').origin;
const pathOf = (address: string): string => {
  const url = new URL(address);
  expect(url.origin).toBe(site);
  return url.pathname;
};
/** What is wrong, page by page: one broken template breaks hundreds of pages, and the list should say which. */
const faultsOf = (of: BuiltPage[], find: (page: BuiltPage) => string[]): string[] =>
  of.flatMap((page) => find(page).map((fault) => `${page.path}: ${fault}`)).slice(0, 20);

it('there are pages of every kind, and only the one for addresses that lead nowhere is not to be kept', () => {
  expect(kept.length).toBeGreaterThan(300);
  expect(pages.filter(({ isKept }) => !isKept).map(({ path }) => path)).toEqual(['/404']);
});

describe('each page that may be kept', () => {
  it('names its own address, and the same page in each language, which names it back', () => {
    const faults = faultsOf(kept, ({ path, lang, canonical, alternates }) => [
      ...(canonical && pathOf(canonical) === path ? [] : [`canonical is ${canonical}`]),
      ...(Object.keys(alternates).sort().join() === 'en,fi,sv,x-default' ? [] : ['a language is missing']),
      ...(alternates[lang] === canonical ? [] : [`is ${alternates[lang]} in its own language`]),
      ...(alternates['x-default'] === alternates.fi ? [] : ['x-default is not the Finnish page']),
      ...LANGUAGES.flatMap((other) => {
        const page = byPath.get(pathOf(alternates[other] ?? site));
        if (page?.lang !== other) return [`${other} is ${alternates[other]}, which is not in that language`];
        return JSON.stringify(page.alternates) === JSON.stringify(alternates) ? [] : [`${other} does not name it back`];
      }),
    ]);
    expect(faults).toEqual([]);
  });

  it('links in its header to itself in the two other languages, each named in its own', () => {
    const faults = faultsOf(kept, ({ html, lang, alternates }) => {
      const links = elements(/<nav class="languages"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '', 'a');
      return LANGUAGES.filter((other) => other !== lang).flatMap((other) => {
        const found = links.filter(({ attributes }) => attributes.hreflang === other && attributes.lang === other);
        const leads = found.length === 1 && found[0]?.attributes.href === pathOf(alternates[other] ?? site);
        return leads && links.length === 2 ? [] : [`its header does not lead to it in ${other}`];
      });
    });
    expect(faults).toEqual([]);
  });

  it('is in the sitemap', () => {
    const xml = readFileSync(join(DIST, 'sitemap.xml'), 'utf8');
    expect(faultsOf(kept, ({ canonical }) => (xml.includes(`<loc>${canonical}</loc>`) ? [] : ['missing']))).toEqual([]);
  });

  it('has a title that no other page of its language has, and a description', () => {
    const seen = new Map<string, string>();
    const faults = faultsOf(kept, ({ path, lang, title, meta }) => {
      const other = seen.get(`${lang} ${title}`);
      seen.set(`${lang} ${title}`, path);
      return [
        ...(title.includes(createT(lang)('site.name')) ? [] : [`title: ${title}`]),
        ...(other ? [`has the title of ${other}: ${title}`] : []),
        ...((meta.description ?? '').length > 20 ? [] : ['description']),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('has a picture for links: a small PNG of the size it says, in words of its language', () => {
    const sizeOf = (path: string): string => {
      const png = readFileSync(join(DIST, path));
      // A PNG begins with its signature and the chunk that holds its width and height.
      if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return 'no PNG';
      return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
    };
    const faults = faultsOf(kept, ({ lang, meta }) => {
      const t = createT(lang);
      const image = meta['og:image'] ? pathOf(meta['og:image']) : '';
      if (!image || !existsSync(join(DIST, image))) return [`picture ${image || 'missing'}`];
      return [
        ...(image.endsWith(`.${lang}.png`) ? [] : [`picture of another language: ${image}`]),
        ...(sizeOf(image) === `${SOCIAL_SIZE.width}x${SOCIAL_SIZE.height}` ? [] : [`${image} is ${sizeOf(image)}`]),
        ...(statSync(join(DIST, image)).size < 60_000 ? [] : [`${image} has over 60 kB`]),
        ...(Number(meta['og:image:width']) === SOCIAL_SIZE.width ? [] : ['width']),
        ...(Number(meta['og:image:height']) === SOCIAL_SIZE.height ? [] : ['height']),
        ...(meta['og:image:alt']?.startsWith(`${t('site.name')}, ${t('site.tagline')}: `) ? [] : ['alternative text']),
        ...(meta['twitter:card'] === 'summary_large_image' ? [] : ['twitter:card']),
        ...(meta['og:locale']?.startsWith(`${lang}_`) ? [] : ['og:locale']),
      ];
    });
    expect(faults).toEqual([]);
  });
});

it('the picture of a theme asks its question', () => {
  const t = createT('sv');
  const page = byPath.get('/sv/tjanster/tema/finansiering');
  expect(page?.meta['og:image:alt']).toContain(t('theme.rahoitus.question'));
});

const KINDS = [
  ['services', 'GovernmentService'],
  ['providers', 'Organization'],
  ['events', 'Event'],
] as const;

describe.each(KINDS)('under %s each page of one', (section, type) => {
  const own = kept.filter(({ path, lang }) => {
    const start = `${routes.path(section, lang)}/`;
    return path.startsWith(start) && !path.slice(start.length).includes('/') && path !== routes.path('compare', lang);
  });

  it(`tells machines of one ${type}, which is the page itself, in its language and with whole addresses`, () => {
    expect(own.length).toBeGreaterThan(20);
    const faults = faultsOf(own, ({ canonical, things, html, lang }) => {
      const found = things.filter((thing) => thing['@type'] === type);
      const [thing] = found;
      const heading = elements(html, 'h1')[0]?.text.replaceAll('\u00ad', '');
      return [
        ...(found.length === 1 ? [] : [`${found.length} things`]),
        ...(thing?.['@id'] === canonical && thing?.url === canonical ? [] : [`is about ${thing?.url}`]),
        ...(thing?.name === heading ? [] : [`names ${thing?.name}`]),
        ...(JSON.stringify(things).match(/"(?:url|item|@id|serviceUrl)":"(?!https?:)/)
          ? ['an address is not whole']
          : []),
        ...(type === 'GovernmentService' && (thing?.mainEntityOfPage as { inLanguage?: string })?.inLanguage !== lang
          ? ['language']
          : []),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('says where it stands, from the home page to itself, each step a page of its language', () => {
    const faults = faultsOf(own, ({ canonical, things, lang }) => {
      const crumbs = things.filter((thing) => thing['@type'] === 'BreadcrumbList');
      const steps = (crumbs[0]?.itemListElement ?? []) as { position: number; name: string; item: string }[];
      return [
        ...(crumbs.length === 1 && steps.length === 3 ? [] : ['no trail']),
        ...(steps.every(({ position, name }, at) => position === at + 1 && name) ? [] : ['positions']),
        ...(steps.at(-1)?.item === canonical ? [] : ['does not end here']),
        ...(steps.every(({ item }) => byPath.get(pathOf(item))?.lang === lang) ? [] : ['a step leads elsewhere']),
      ];
    });
    expect(faults).toEqual([]);
  });
});

it('every link inside the site leads to a page, a file or a function', () => {
  const functions: string[] = Object.values(ENDPOINTS).flatMap(({ config }) => [config.path ?? []].flat());
  const leads = (path: string): boolean =>
    byPath.has(path) || functions.includes(path) || existsSync(join(DIST, decodeURIComponent(path)));
  const faults = faultsOf(pages, ({ html }) =>
    elements(html, 'a')
      .map(({ attributes }) => attributes.href ?? '')
      .filter((href) => href.startsWith('/') && !leads(new URL(href, site).pathname)),
  );
  expect(faults).toEqual([]);
});

it('every link within a page has its target', () => {
  const faults = faultsOf(pages, ({ html }) =>
    elements(html, 'a')
      .map(({ attributes }) => attributes.href ?? '')
      .filter((href) => href.startsWith('#') && !html.includes(` id="${href.slice(1)}"`)),
  );
  expect(faults).toEqual([]);
});

it.each(LANGUAGES)(
  'what was changed last because of feedback stands in the feed in %s, and leads to its place on the page',
  (lang) => {
    const feed = readFileSync(join(DIST, routes.feed(lang)), 'utf8');
    const page = byPath.get(routes.path('changed', lang));
    const places = elements(page?.html ?? '', 'section').flatMap(({ attributes }) => attributes.id ?? []);
    expect(places.length).toBeGreaterThan(2);
    // The feed keeps what is newest on the whole site, and the page begins with the newest.
    expect(feed).toContain(`<id>${page?.canonical}#${places[0]}</id>`);
  },
);
