// Building the site side by side with a bare Astro site that makes one plain page of each of the same Markdown files.
import { join } from 'node:path';
import { makeBareSite } from './bare-site.ts';
import { makeSite } from './made-site.ts';
import { atMost, type Figures, type Row, round } from './piece.ts';
import { type BuildCost, timedBuild } from './timed-build.ts';

const SIZES = [1_000, 10_000] as const;
const MOST_OF_BARE = 1.7;
/** The two take turns, so that what disturbs the machine disturbs both; of each the best turn counts. */
const TURNS = 3;

const SITES = ['bare', 'ours'] as const;
type Site = (typeof SITES)[number];
type Best = { files: number } & Record<Site, BuildCost>;

export async function benchBuilds(): Promise<Figures> {
  const best: Best[] = [];
  for (const size of SIZES) best.push(await sideBySide(size));
  const ratio = (of: (cost: BuildCost) => number) => (row: Best) => round(of(row.ours) / of(row.bare));
  const ratios = best.map((row) => ({
    files: row.files,
    time_of_bare: ratio(({ seconds }) => seconds)(row),
    cpu_of_bare: ratio(({ cpuSeconds }) => cpuSeconds)(row),
    memory_of_bare: ratio(({ peakMegabytes }) => peakMegabytes)(row),
  }));
  return {
    aims: ratios.flatMap(({ files, time_of_bare, memory_of_bare }) => [
      atMost(`${files} files: time, in builds of the bare site`, MOST_OF_BARE, time_of_bare),
      atMost(`${files} files: memory, in builds of the bare site`, MOST_OF_BARE, memory_of_bare),
    ]),
    ratios,
    growth: SITES.map((site) => growth(site, best)),
    builds: best.flatMap((row) =>
      SITES.map((site) => ({
        files: row.files,
        site,
        seconds: round(row[site].seconds),
        cpu_seconds: round(row[site].cpuSeconds),
        peak_megabytes: Math.round(row[site].peakMegabytes),
      })),
    ),
  };
}

/** Ten times the files should cost at most ten times as much; less, because a part of every build does not grow. */
function growth(site: Site, best: readonly Best[]): Row {
  const [small, big] = [best[0], best[best.length - 1]];
  if (!small || !big) throw new Error('nothing was built');
  return {
    site,
    files: round(big.files / small.files),
    seconds: round(big[site].seconds / small[site].seconds),
    cpu_seconds: round(big[site].cpuSeconds / small[site].cpuSeconds),
    memory: round(big[site].peakMegabytes / small[site].peakMegabytes),
  };
}

async function sideBySide(size: number): Promise<Best> {
  const ours = makeSite(size);
  const bare = makeBareSite(join(ours.folder, 'content'));
  const turns: Record<Site, BuildCost[]> = { bare: [], ours: [] };
  for (let turn = 0; turn < TURNS; turn += 1) {
    turns.bare.push(await timedBuild(bare.folder));
    turns.ours.push(await timedBuild(ours.folder));
  }
  bare.remove();
  ours.remove();
  return { files: ours.files, bare: bestOf(turns.bare), ours: bestOf(turns.ours) };
}

const bestOf = (turns: readonly BuildCost[]): BuildCost => ({
  seconds: Math.min(...turns.map(({ seconds }) => seconds)),
  cpuSeconds: Math.min(...turns.map(({ cpuSeconds }) => cpuSeconds)),
  peakMegabytes: Math.min(...turns.map(({ peakMegabytes }) => peakMegabytes)),
});
