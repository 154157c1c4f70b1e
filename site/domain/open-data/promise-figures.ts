// How the promise was kept, in figures: what /data/promise.json holds, and what the site's build reads back from it.
import * as z from 'zod';

/** Times are elapsed hours from receipt to a person's answer, weekends included, to a tenth. */
export const promiseFigure = z.object({
  group: z.enum(['period', 'month', 'theme', 'service']),
  /** Days back from the reckoning (`30`), a month of Helsinki (`2026-11`), a theme's or a service's id. */
  key: z.string(),
  /** Needs that were due. Null, with all that follows, in a period with fewer than five of them. */
  needs: z.int().min(1).nullable(),
  kept: z.int().min(0).nullable(),
  /** 0 to 1, to a thousandth. */
  share_kept: z.number().min(0).max(1).nullable(),
  /** Half were answered within it; null when half or more never were. */
  median_hours: z.number().nullable(),
  p90_hours: z.number().nullable(),
});

export const promiseFigures = z.object({
  reckoned_at: z.iso.datetime({ offset: true }),
  working_days: z.int().min(1),
  figures: z.array(promiseFigure),
});

/** An answer of the portal, read as strictly as it is written; throws on anything else. */
export const parsePromiseFigures = (json: string): PromiseFigures => promiseFigures.parse(JSON.parse(json));

export type PromiseFigure = z.infer<typeof promiseFigure>;
export type PromiseFigures = z.infer<typeof promiseFigures>;
