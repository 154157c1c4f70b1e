// npm run bench [send-need pages start bundles desk] [cold] [million]: prints tables and writes bench.json; parts not run keep their figures.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../functions/_local/build-site.ts';
import { benchBundles } from './bundles.ts';
import { benchDesk } from './desk.ts';
import { benchPages } from './pages.ts';
import { benchSendNeed } from './send-need.ts';
import { benchStart } from './start.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILE = join(ROOT, 'bench.json');
const asked = process.argv.slice(2);

const parts = {
  'send-need': benchSendNeed,
  pages: benchPages,
  start: () => benchStart(asked.includes('cold')),
  bundles: benchBundles,
  desk: () => benchDesk(asked.includes('million') ? [1000, 10_000, 100_000, 1_000_000] : undefined),
};
type Part = keyof typeof parts;

const chosen = (Object.keys(parts) as Part[]).filter(
  (part) => asked.includes(part) || !asked.some((word) => word in parts),
);
const figures: Record<string, unknown> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
await buildSite(ROOT, process.env);
figures.machine = { cores: cpus().length, node: process.version, platform: process.platform };
for (const part of chosen) {
  console.log(`\n${part}`);
  figures[part] = { measured_on: new Date().toISOString().slice(0, 10), figures: await parts[part]() };
}
writeFileSync(FILE, `${JSON.stringify(figures, null, 2)}\n`);
