// A bare Astro site over a content folder: no schema, no layout, one plain page for each Markdown file. What ours is held against.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkPackages } from './made-site.ts';

const CONFIG = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

const generateId = ({ entry }) => entry.replace(/\\.md$/, '');
export const collections = {
  all: defineCollection({ loader: glob({ base: './content', pattern: '**/*.md', generateId }) }),
};
`;

const PAGE = `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  return (await getCollection('all')).map((entry) => ({ params: { path: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
const title = entry.data.name ?? entry.data.title ?? entry.id;
---

<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
  </head>
  <body>
    <h1>{title}</h1>
    <Content />
  </body>
</html>
`;

/** The content is linked to, not copied: both sites read the same files. */
export function makeBareSite(content: string): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tarjotin-bare-'));
  linkPackages(folder);
  symlinkSync(content, join(folder, 'content'));
  mkdirSync(join(folder, 'src/pages'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  writeFileSync(join(folder, 'src/content.config.mjs'), CONFIG);
  writeFileSync(join(folder, 'src/pages/[...path].astro'), PAGE);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
