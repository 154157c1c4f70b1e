// The pages that the build made, as search engines and those who show links read them.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#domain/routes.ts';
import { elements, langOf, titleOf } from './read-page.ts';

export const DIST = join(import.meta.dirname, '../../dist');

type Thing = { '@type': string; '@id'?: string; [key: string]: unknown };

export interface BuiltPage {
  /** As in addresses: `/palvelut`. */
  path: string;
  html: string;
  lang: Language;
  title: string;
  isKept: boolean;
  canonical: string | undefined;
  /** The address of each language, and of x-default. */
  alternates: Record<string, string>;
  /** By name or property; the last one wins. */
  meta: Record<string, string>;
  things: Thing[];
}

function read(file: string): BuiltPage {
  const html = readFileSync(join(DIST, file), 'utf8');
  const head = html.slice(0, html.indexOf('</head>'));
  const links = elements(head, 'link').map(({ attributes }) => attributes);
  const meta = Object.fromEntries(
    elements(head, 'meta').map(({ attributes }) => [
      attributes.name ?? attributes.property ?? '',
      attributes.content ?? '',
    ]),
  );
  const data = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json) as { '@context': string; '@graph': Thing[] },
  );
  return {
    path: `/${file.replaceAll('\\', '/').replace(/\.html$/, '')}`.replace(/^\/index$/, '/'),
    html,
    lang: langOf(html) as Language,
    title: titleOf(html),
    isKept: !(meta.robots ?? '').includes('noindex'),
    canonical: links.find(({ rel }) => rel === 'canonical')?.href,
    alternates: Object.fromEntries(links.flatMap(({ hreflang, href }) => (hreflang ? [[hreflang, href ?? '']] : []))),
    meta,
    things: data.flatMap((block) => block['@graph']),
  };
}

/** The editor under /admin is no page of the site. */
export const builtPages = (): BuiltPage[] =>
  globSync('**/*.html', { cwd: DIST, exclude: ['admin', 'admin.html'] })
    .sort()
    .map(read);
