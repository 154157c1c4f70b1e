// The service map as its page shows it and as find-services narrows it: made at build once per language, in that language.
import type { FacetKind } from '../routes.ts';
import type { PRICES, Theme } from './service.ts';

export type MapValue = {
  /** The code or id: the same in every language. */
  value: string;
  name: string;
  /** What stands for it in addresses. */
  slug: string;
};
export type MapFacet = { kind: FacetKind; values: MapValue[] };

export type MapService = {
  slug: string;
  name: string;
  summary: string;
  price: (typeof PRICES)[number];
  /** How many give it. */
  providers: number;
};
/** `keys` are the values that it has: `2.0` is the first value of the third facet. */
export type MapRow = MapService & { keys: string[] };

export type ServiceMap = {
  facets: MapFacet[];
  groups: { theme: Theme; services: MapRow[] }[];
};
