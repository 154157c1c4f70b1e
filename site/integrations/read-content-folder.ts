// The content folder and public/ from the disk, as the check takes them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { SourceFile } from '../domain/content-check/content-file.ts';
import type { Given } from '../domain/content-check/read-content.ts';
import { readFrontMatter } from './read-front-matter.ts';

/** Nobody reads the bytes of pictures, nor files that are no content. */
const READ = /\.(md|json)$/i;

const slashed = (path: string): string => path.split(sep).join('/');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => slashed(relative(folder, join(entry.parentPath, entry.name))));
}

/** What begins with a dot is programs' own, a folder too. */
const isHidden = (path: string): boolean => /(^|\/)\./.test(path);

function readSource(folder: string, path: string): SourceFile {
  if (!READ.test(path)) return { path };
  try {
    return { path, bytes: readFileSync(join(folder, path)) };
  } catch (error) {
    return { path, problem: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

/** public/ lies beside the content folder; where there is none, no file of it can be linked to. */
export function readContentFolder(folder: string): Omit<Given, 'today'> {
  const publicFolder = join(dirname(folder), 'public');
  return {
    readYaml: readFrontMatter,
    files: filesBelow(folder)
      .filter((path) => !isHidden(path))
      .map((path) => readSource(folder, path)),
    publicFiles: existsSync(publicFolder) ? filesBelow(publicFolder).map((path) => `/${path}`) : [],
  };
}
