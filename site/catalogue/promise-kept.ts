// How well the promise was kept, for a service's page: its own figure, or the whole network's where its own is too small to show.
import type { PromiseFigure, PromiseFigures } from '#domain/open-data/promise-figures.ts';

type Filled = { [Field in 'needs' | 'share_kept']: NonNullable<PromiseFigure[Field]> } & PromiseFigure;

export interface PromiseKept {
  figure: Filled;
  /** Whether it is the service's own. */
  own: boolean;
  reckonedAt: string;
}

/** As the build read it before it began (site/integrations/read-published.mjs). */
declare const __PROMISE_FIGURES__: PromiseFigures | null;

export const getPromiseKept = (service: string): PromiseKept | undefined => keptOf(__PROMISE_FIGURES__, service);

/** Over the last 365 days; undefined while fewer than five needs were due in the whole network. */
export function keptOf(published: PromiseFigures | null, service: string): PromiseKept | undefined {
  const filled = (published?.figures ?? []).filter((figure): figure is Filled => figure.share_kept !== null);
  const own = filled.find(({ group, key }) => group === 'service' && key === service);
  const figure = own ?? filled.find(({ group, key }) => group === 'period' && key === '365');
  return published && figure ? { figure, own: own !== undefined, reckonedAt: published.reckoned_at } : undefined;
}
