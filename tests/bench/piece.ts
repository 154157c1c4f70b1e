// What a piece of the bench is: one export that measures and gives rows, which run.ts prints and keeps in bench.json.
export type Row = Record<string, string | number | boolean>;

/** Rows, or several tables of them by name. Ratios first: they say the same on every machine, seconds do not. */
export type Figures = Row[] | Record<string, Row[]>;

export type Piece = () => Promise<Figures>;

/** What the figures ought to be, first of all tables: a missed aim is seen, and fails nothing. */
export const atMost = (aim: string, most: number, is: number): Row => ({ aim, is, at_most: most, met: is <= most });
export const atLeast = (aim: string, least: number, is: number): Row => ({
  aim,
  is,
  at_least: least,
  met: is >= least,
});

/** To two decimals: more than that is the machine's mood. */
export const round = (value: number): number => Math.round(value * 100) / 100;
