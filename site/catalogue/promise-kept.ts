// How well the promise was kept, for a service's page: its own figure, or the whole network's where its own is too small to show.
import type { PromiseFigure, PromiseFigures } from '#domain/open-data/promise-figures.ts';
import { onceABuild } from './once-a-build.ts';

type Filled = { [Field in 'needs' | 'share_kept']: NonNullable<PromiseFigure[Field]> } & PromiseFigure;

export interface PromiseKept {
  figure: Filled;
  /** Whether it is the service's own. */
  own: boolean;
  reckonedAt: string;
}

/** As the build read it before it began (site/integrations/read-published.mjs). */
declare const __PROMISE_FIGURES__: PromiseFigures | null;

const kept = onceABuild(async () => keptByService(__PROMISE_FIGURES__));

export const getPromiseKept = async (service: string): Promise<PromiseKept | undefined> => (await kept())(service);

/** Over the last 365 days, for any service; undefined while fewer than five needs were due in the whole network. */
export function keptByService(published: PromiseFigures | null): (service: string) => PromiseKept | undefined {
  const filled = (published?.figures ?? []).filter((figure): figure is Filled => figure.share_kept !== null);
  const owns = new Map(filled.filter(({ group }) => group === 'service').map((figure) => [figure.key, figure]));
  const year = filled.find(({ group, key }) => group === 'period' && key === '365');
  return (service) => {
    const figure = owns.get(service) ?? year;
    return published && figure ? { figure, own: figure !== year, reckonedAt: published.reckoned_at } : undefined;
  };
}
