// The least that any check has to do: reads every content file of a folder and parses its fields. `node bare-read.ts FOLDER`
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from 'astro/markdown';

const folder = process.argv[2] ?? 'content';
let fields = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.md')) continue;
  fields += Object.keys(parseFrontmatter(readFileSync(join(folder, file), 'utf8')).frontmatter).length;
}
console.log(fields);
