// Writes sitemap.xml out of the built pages, and names it in robots.txt: what has a canonical address and may be kept is in it.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPage, sitemap } from '../domain/sitemap.ts';

/** More than a page says of itself before its style sheet, which is longer than all the rest. */
const start = Buffer.alloc(8192);

function startOf(file) {
  const opened = openSync(file);
  try {
    const text = start.toString('utf8', 0, readSync(opened, start));
    return text.includes('<style>') ? text : readFileSync(file, 'utf8');
  } finally {
    closeSync(opened);
  }
}

export function writeSitemap() {
  let site;
  return {
    name: 'write-sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const files = (await readdir(dist, { recursive: true })).filter((file) => file.endsWith('.html'));
        const pages = [];
        for (const file of files) {
          // At once: of thousands of small files, waiting for each would take most of the time.
          const page = readPage(startOf(join(dist, file)));
          // Made anew: an address cut out of a page's start would keep all of that in memory.
          if (page) pages.push(JSON.parse(JSON.stringify(page)));
        }
        await writeFile(join(dist, 'sitemap.xml'), sitemap(pages));
        const robots = join(dist, 'robots.txt');
        const address = new URL('/sitemap.xml', site).href;
        await writeFile(robots, `${(await readFile(robots, 'utf8')).trimEnd()}\n\nSitemap: ${address}\n`);
        logger.info(`sitemap.xml: ${pages.length} pages`);
      },
    },
  };
}
