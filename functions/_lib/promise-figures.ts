// The published figures of the promise: asked of the database, which leaves small groups out, and kept by caches for a while.
import { csv } from '#domain/open-data/csv.ts';
import { LICENCE } from '#domain/open-data/licence.ts';
import { type PromiseFigures, promiseFigures } from '#domain/open-data/promise-figures.ts';
import { catalogue, serviceThemes } from './catalogue.ts';
import { asSystem } from './db.ts';
import { env } from './env.ts';
import type { Call } from './handle.ts';
import { json, keptByNetwork, text } from './respond.ts';

// A quarter of an hour in the network's cache, and a day more while fresh ones are fetched or the database is down.
export const FIGURES_CACHED = {
  ...keptByNetwork('s-maxage=900, stale-while-revalidate=86400, stale-if-error=86400'),
  'x-robots-tag': 'all',
};

const OPEN = { ...FIGURES_CACHED, 'access-control-allow-origin': '*' };

const hours = (minutes: number | null): number | null => (minutes === null ? null : Math.round(minutes / 6) / 10);

/** Throws DatabaseDown. */
export async function reckonFigures(): Promise<PromiseFigures> {
  const rows = await asSystem().rpc('promise_figures', { p_themes: serviceThemes });
  const known = new Set(catalogue.services.map(({ id }) => id));
  return promiseFigures.parse({
    reckoned_at: rows[0]?.reckoned_at,
    working_days: catalogue.promise.days,
    figures: rows
      .filter(({ grouped_by, key }) => grouped_by !== 'service' || known.has(key))
      .map(({ grouped_by, key, needs, kept, median_minutes, p90_minutes }) => ({
        group: grouped_by,
        key,
        needs,
        kept,
        share_kept: needs ? Math.round((1000 * kept) / needs) / 1000 : null,
        median_hours: hours(median_minutes),
        p90_hours: hours(p90_minutes),
      })),
  });
}

export async function promiseFiguresResponse({ url }: Call): Promise<Response> {
  const figures = await reckonFigures();
  if (url.pathname.endsWith('.csv')) {
    const rows = figures.figures.map((figure) => ({ reckoned_at: figures.reckoned_at, ...figure }));
    return text(csv(rows), { ...OPEN, 'content-type': 'text/csv; charset=utf-8' });
  }
  const about = { licence: LICENCE.name, licence_url: LICENCE.url, source: env().SITE_URL };
  return json({ ...about, ...figures }, 200, OPEN);
}
