// Writes a made network as content files, Markdown with front matter, into a content folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { MadeFile } from './made-network.ts';

export function writeNetwork(files: readonly MadeFile[], content: string): void {
  for (const folder of new Set(files.map((file) => file.folder))) mkdirSync(join(content, folder), { recursive: true });
  for (const { folder, item, lang, data, body } of files)
    writeFileSync(join(content, folder, `${item}.${lang}.md`), markdown({ data, body }));
}

/** Long texts stand on one line, as editors write them. */
export const markdown = ({ data, body }: Pick<MadeFile, 'data' | 'body'>): string =>
  `---\n${stringify(data, { lineWidth: 0 })}---\n${body && `${body}\n`}`;
