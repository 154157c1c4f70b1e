// Pages as a browser gets them: bytes of HTML, styles and script compressed, requests, and Lighthouse's four scores.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { startBenchPortal } from './bench-portal.ts';

const PAGES = {
  home: '/',
  services: '/palvelut',
  service: '/palvelut/hitsauskoulutus',
  provider: '/tuottajat/tuulisalmi',
  promise: '/lupaus',
  need_form: '/tarve?palvelu=hitsauskoulutus',
};

const sizes = (text: string) => ({
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
});

/** Scripts of a page, those that they import too; an island names its own in attributes. */
async function scriptsOf(origin: string, html: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const wanted = [...html.matchAll(/(?:src|component-url|renderer-url)="(\/_astro\/[^"]+\.js)"/g)].map(
    (match) => match[1] as string,
  );
  while (wanted.length > 0) {
    const path = wanted.pop() as string;
    if (found.has(path)) continue;
    const text = await (await fetch(origin + path)).text();
    found.set(path, text);
    for (const match of text.matchAll(/from"\.\/([^"]+)"/g)) wanted.push(`/_astro/${match[1]}`);
  }
  return found;
}

async function scores(url: string, port: number) {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', disableFullPageScreenshot: true });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits } = result.lhr;
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const requests = (audits['network-requests']?.details as { items?: unknown[] } | undefined)?.items?.length ?? 0;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    best_practices: score('best-practices'),
    seo: score('seo'),
    requests,
  };
}

export async function benchPages() {
  const portal = await startBenchPortal();
  const chrome = await launch({
    chromePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    logLevel: 'silent',
  });
  const rows = [];
  for (const [page, path] of Object.entries(PAGES)) {
    const html = await (await fetch(portal.url + path)).text();
    const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('');
    const scripts = [...(await scriptsOf(portal.url, html)).values()];
    const total = (kind: 'gzip' | 'brotli') => scripts.reduce((sum, text) => sum + sizes(text)[kind], 0);
    rows.push({
      page,
      html_and_css_gzip: sizes(html).gzip,
      html_and_css_brotli: sizes(html).brotli,
      css_gzip: sizes(styles).gzip,
      js_gzip: total('gzip'),
      js_brotli: total('brotli'),
      ...(await scores(portal.url + path, chrome.port)),
    });
  }
  chrome.kill();
  await portal.stop();
  console.table(rows);
  return rows;
}
