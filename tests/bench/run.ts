// npm run bench -- [piece …]: measures all pieces or those named, prints tables, writes bench.json. Pieces not run keep their figures.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../functions/_local/build-site.ts';
import { benchBuilds } from './builds.ts';
import { benchBundles } from './bundles.ts';
import { benchColdStart } from './cold-start.ts';
import { benchContentCheck } from './content-check.ts';
import { benchDesk } from './desk.ts';
import { benchMap } from './map.ts';
import { benchOwnWords } from './own-words.ts';
import { benchPages } from './pages.ts';
import type { Figures, Piece } from './piece.ts';
import { benchReports } from './reports.ts';
import { benchSendNeed } from './send-need.ts';
import { benchStart } from './start.ts';
import { benchWorkspace } from './workspace.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILE = join(ROOT, 'bench.json');

/** A new piece is a file beside this one with one export, and a line here. */
const PIECES: Record<string, Piece> = {
  pages: benchPages,
  map: benchMap,
  builds: benchBuilds,
  'send-need': benchSendNeed,
  start: benchStart,
  'cold-start': benchColdStart,
  bundles: benchBundles,
  'content-check': benchContentCheck,
  'own-words': benchOwnWords,
  desk: () => benchDesk(),
  workspace: benchWorkspace,
  reports: () => benchReports(),
  'reports-million': () => benchReports([100_000, 1_000_000]),
  'desk-million': () => benchDesk([100_000, 1_000_000]),
};
/** Downloads every package, or makes a million needs: measured only when named. */
const ONLY_NAMED = ['cold-start', 'desk-million', 'reports-million'];

const asked = process.argv.slice(2);
const strange = asked.filter((name) => !(name in PIECES));
if (strange.length) {
  console.error(`There is no piece ${strange.join(', ')}. Pieces: ${Object.keys(PIECES).join(', ')}`);
  process.exit(2);
}
const chosen = Object.entries(PIECES).filter(([name]) =>
  asked.length ? asked.includes(name) : !ONLY_NAMED.includes(name),
);

const kept: Record<string, unknown> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
await buildSite(ROOT, process.env);
kept.machine = { cores: cpus().length, node: process.version, platform: process.platform };
for (const [name, measure] of chosen) {
  console.log(`\n${name}`);
  const figures = await measure();
  print(figures);
  kept[name] = { measured_on: new Date().toISOString().slice(0, 10), figures };
  // After each piece: what took minutes is not lost when the next one fails.
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
}

function print(figures: Figures): void {
  for (const [table, rows] of Object.entries(Array.isArray(figures) ? { figures } : figures)) {
    console.log(table);
    console.table(rows);
  }
}
