// One page as a browser gets it: every request it makes, their bytes compressed, and Lighthouse's four scores.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROME_FLAGS, CHROMIUM } from './chrome.ts';
import { type Compressed, compressed } from './compressed.ts';

export type PageRow = {
  page: string;
  requests: number;
  /** Of everything that is requested, the page itself and its icon included. */
  gzip: number;
  brotli: number;
  css_gzip: number;
  /** Scripts in the page and files of their own. */
  script_gzip: number;
  performance: number;
  accessibility: number;
  best_practices: number;
  seo: number;
};

type Request = { url: string; resourceType?: string };

/** In one browser, one after the other. `pages`: a name for each address. */
export async function measurePages(origin: string, pages: Record<string, string>): Promise<PageRow[]> {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: CHROME_FLAGS, logLevel: 'silent' });
  const rows: PageRow[] = [];
  for (const [page, path] of Object.entries(pages)) rows.push(await measurePage(page, origin + path, chrome.port));
  chrome.kill();
  return rows;
}

async function measurePage(page: string, url: string, port: number): Promise<PageRow> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', disableFullPageScreenshot: true });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const requests = (audits['network-requests']?.details as { items?: Request[] } | undefined)?.items ?? [];
  const html = await (await fetch(url)).text();
  const all: Compressed[] = [];
  let scripts = compressed(inlineScripts(html)).gzip;
  for (const request of requests) {
    const size = compressed(new Uint8Array(await (await fetch(request.url)).arrayBuffer()));
    if (request.resourceType === 'Script') scripts += size.gzip;
    all.push(size);
  }
  return {
    page,
    requests: requests.length,
    gzip: all.reduce((sum, { gzip }) => sum + gzip, 0),
    brotli: all.reduce((sum, { brotli }) => sum + brotli, 0),
    css_gzip: compressed(between(html, 'style')).gzip,
    script_gzip: scripts > EMPTY ? scripts : 0,
    performance: score('performance'),
    accessibility: score('accessibility'),
    best_practices: score('best-practices'),
    seo: score('seo'),
  };
}

/** What nothing takes when it is compressed. */
const EMPTY = compressed('').gzip;

const between = (html: string, tag: 'style' | 'script'): string =>
  [...html.matchAll(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, inner]) => inner).join('');

/** Those that run: a block of data for search engines is none. */
const inlineScripts = (html: string): string =>
  between(html.replace(/<script[^>]*type="application\/ld\+json"[^>]*>[\s\S]*?<\/script>/g, ''), 'script');
