// This site with made content in a temporary folder: what is here stays.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { type Counts, countsFor, madeNetwork } from '../support/made-network/made-network.ts';
import { writeNetwork } from '../support/made-network/write-network.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What a build makes or does not read. */
const LEFT_OUT = new Set(['.git', '.astro', '.data', 'dist', 'node_modules', 'tests']);

/** `size`: so many content files in all, or so many of each kind besides the letters, pages and so on that are here. */
export function makeSite(size: number | Counts): { folder: string; files: number; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tarjotin-made-'));
  for (const name of readdirSync(ROOT))
    if (!LEFT_OUT.has(name)) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  linkPackages(folder);
  const content = join(folder, 'content');
  // Made items join the real ones, to which pages lead: with those gone, the check of the content would stop the build.
  const counts = typeof size === 'number' ? countsFor(size - contentFiles(content)) : lessReal(size, content);
  writeNetwork(madeNetwork(counts, helsinkiDate(new Date())), content);
  return { folder, files: contentFiles(content), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** So many made ones that there are `counts` in all. */
const lessReal = (counts: Counts, content: string): Counts =>
  Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [
      name,
      Math.max(0, count - contentFiles(join(content, name)) / LANGUAGES.length),
    ]),
  ) as Counts;

/** A folder of its own with a link to each package: Astro keeps its cache in it, which must not be this site's. */
export function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  const packages = join(ROOT, 'node_modules');
  for (const name of readdirSync(packages))
    if (name !== '.astro' && name !== '.vite') symlinkSync(join(packages, name), join(folder, 'node_modules', name));
}

const contentFiles = (content: string): number =>
  readdirSync(content, { recursive: true }).filter((name) => String(name).endsWith('.md')).length;
