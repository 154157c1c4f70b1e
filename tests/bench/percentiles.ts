// Times of many calls as a row of a table: p50, p95 in milliseconds, and how many in a second.
export interface Speed {
  calls: number;
  failed: number;
  p50_ms: number;
  p95_ms: number;
  per_second: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The value that so great a share of them reach at most. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

/** Runs `call` so many times, so many at once. A call that throws is counted as failed. */
export async function measure(calls: number, atOnce: number, call: (n: number) => Promise<void>): Promise<Speed> {
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < calls) {
        const n = next++;
        const start = performance.now();
        await call(n).catch(() => {
          failed += 1;
        });
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const [p50_ms, p95_ms] = [percentile(times, 0.5), percentile(times, 0.95)];
  return { calls, failed, p50_ms, p95_ms, per_second: round(calls / seconds) };
}

/** Several rounds of the same as one: the median round, so that another program's burst decides nothing. */
export function medianRound(rounds: Speed[]): Speed {
  const failed = rounds.reduce((sum, round) => sum + round.failed, 0);
  const middle = [...rounds].sort((a, b) => a.p50_ms - b.p50_ms)[Math.floor(rounds.length / 2)] as Speed;
  return { ...middle, failed };
}
