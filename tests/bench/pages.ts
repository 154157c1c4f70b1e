// The pages that people meet first, in Finnish: bytes, requests, Lighthouse. A service page is at most 14 KB with its styles and has no script.
import { startBenchPortal } from './bench-portal.ts';
import { measurePages } from './measure-page.ts';
import { atLeast, atMost, type Figures } from './piece.ts';

const PAGES = {
  home: '/',
  map: '/palvelut',
  service: '/palvelut/hitsauskoulutus',
  provider: '/tuottajat/tuulisalmi',
  event: '/tapahtumat/starttirahailta',
  promise: '/lupaus',
  need_form: '/tarve?palvelu=hitsauskoulutus',
};

const SERVICE_PAGE_BYTES = 14 * 1024;

export async function benchPages(): Promise<Figures> {
  const portal = await startBenchPortal();
  const pages = await measurePages(portal.url, PAGES);
  await portal.stop();
  const service = pages.find(({ page }) => page === 'service');
  if (!service) throw new Error('the service page was not measured');
  const worst = Math.min(...pages.flatMap((row) => [row.performance, row.accessibility, row.best_practices, row.seo]));
  return {
    aims: [
      atMost('service page, all of it: gzip', SERVICE_PAGE_BYTES, service.gzip),
      atMost('service page: script', 0, service.script_gzip),
      atLeast('the lowest of all scores', 100, worst),
    ],
    pages,
  };
}
