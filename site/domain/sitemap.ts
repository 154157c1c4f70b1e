// The sitemap: every page that search engines may keep, with its other languages. Made of the built pages, so that none is forgotten.
import { xmlText } from './xml.ts';

export type SitemapPage = { url: string; alternates: { lang: string; url: string }[] };

/** Of a page, or its start up to the style sheet: its own words about itself; undefined for one that is not to be kept or has no canonical address. */
export function readPage(html: string): SitemapPage | undefined {
  const head = html.slice(0, html.search(/<style>|<\/head>/));
  if (/<meta name="robots" content="[^"]*noindex/.test(head)) return undefined;
  const url = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1];
  if (!url) return undefined;
  const alternates = [...head.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)].map(
    ([, lang = '', address = '']) => ({ lang, url: address.replaceAll('&amp;', '&') }),
  );
  return { url: url.replaceAll('&amp;', '&'), alternates };
}

export function sitemap(pages: SitemapPage[]): string {
  const sorted = pages.toSorted((a, b) => (a.url < b.url ? -1 : a.url > b.url ? 1 : 0));
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${sorted.map(entry).join('')}</urlset>
`;
}

const entry = ({ url, alternates }: SitemapPage): string => {
  const links = alternates.map(
    (other) => `<xhtml:link rel="alternate" hreflang="${xmlText(other.lang)}" href="${xmlText(other.url)}"/>\n`,
  );
  return `<url>\n<loc>${xmlText(url)}</loc>\n${links.join('')}</url>\n`;
};
