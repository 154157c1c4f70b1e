// Numbers that look like chance and come out the same from the same seed on every machine.
export type Random = {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  pick<Value>(values: readonly Value[]): Value;
  /** Different ones of the list, from `least` of them to `most` or all. */
  some<Value>(values: readonly Value[], least?: number, most?: number): Value[];
};

/** Mulberry32: small, quick, and good enough for texts and lists. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    pick: (values) => values[int(0, values.length - 1)] as (typeof values)[number],
    some: (values, least = 0, most = values.length) => {
      const left = [...values];
      const count = Math.min(int(least, most), values.length);
      return Array.from({ length: count }, () => left.splice(int(0, left.length - 1), 1)[0] as (typeof values)[number]);
    },
  };
}
