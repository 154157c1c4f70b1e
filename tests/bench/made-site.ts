// This site with made content in a temporary folder: everything but the content of the made folders is as it is here.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helsinkiDate } from '#domain/helsinki-time.ts';
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
  const made = Object.keys(countsFor(0));
  for (const name of made) rmSync(join(content, name), { recursive: true, force: true });
  const counts = typeof size === 'number' ? countsFor(size - contentFiles(content)) : size;
  writeNetwork(madeNetwork(counts, helsinkiDate(new Date())), content);
  return { folder, files: contentFiles(content), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder of its own with a link to each package: Astro keeps its cache in it, which must not be this site's. */
export function linkPackages(folder: string): void {
  mkdirSync(join(folder, 'node_modules'));
  const packages = join(ROOT, 'node_modules');
  for (const name of readdirSync(packages))
    if (name !== '.astro' && name !== '.vite') symlinkSync(join(packages, name), join(folder, 'node_modules', name));
}

const contentFiles = (content: string): number =>
  readdirSync(content, { recursive: true }).filter((name) => String(name).endsWith('.md')).length;
