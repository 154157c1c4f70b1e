// The service map with 500 made services: at most 60 KB with everything that it requests, and whole before any script has run.
import { chromium } from 'playwright';
import { LANGUAGES } from '#domain/routes.ts';
import { startBenchPortal } from './bench-portal.ts';
import { CHROME_FLAGS, CHROMIUM } from './chrome.ts';
import { makeSite } from './made-site.ts';
import { measurePages } from './measure-page.ts';
import { atLeast, atMost, type Figures } from './piece.ts';
import { whereBytesGo } from './where-bytes-go.ts';

const SERVICES = 500;
const COUNTS = { services: SERVICES, providers: 25, events: 20, experiences: 30, tools: 6, alerts: LANGUAGES.length };
const MAP_BYTES = 60 * 1024;
const MAP = '/palvelut';

export async function benchMap(): Promise<Figures> {
  const site = makeSite(COUNTS);
  const portal = await startBenchPortal({ root: site.folder });
  const [map] = await measurePages(portal.url, { map: MAP });
  const html = await (await fetch(portal.url + MAP)).text();
  const seen = await seenWithoutScript(portal.url);
  await portal.stop();
  site.remove();
  if (!map) throw new Error('the map was not measured');
  return {
    aims: [
      atMost(`map with ${SERVICES} services, all of it: gzip`, MAP_BYTES, map.gzip),
      atLeast('services that are seen without script', SERVICES, seen),
      atMost('scripts that hold up the first paint', 0, blockingScripts(html)),
    ],
    map: [map],
    where_bytes_go: whereBytesGo(html),
  };
}

async function seenWithoutScript(origin: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false, args: CHROME_FLAGS });
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(origin + MAP);
  const seen = await page.locator('main li h3 a').filter({ visible: true }).count();
  await browser.close();
  return seen;
}

/** A module waits for the page by itself. */
const blockingScripts = (html: string): number =>
  [...html.matchAll(/<script([^>]*)>/g)].filter(([, attributes = '']) => !/\b(?:async|defer|type=)/.test(attributes))
    .length;
