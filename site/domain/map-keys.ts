// Keys of the service map's rows, compared: apart from the rest, since the browser needs no more than this.
type Row = { keys: readonly string[] };

/** Whether a service with these keys has all that is wanted. */
export const hasAll = (keys: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((key) => keys.includes(key));

export const countHits = (rows: readonly Row[], wanted: readonly string[]): number =>
  rows.filter(({ keys }) => hasAll(keys, wanted)).length;
