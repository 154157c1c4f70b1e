// Moves what the build makes for others: catalogue and page shells to functions/_lib/built, redirects to where Netlify reads them.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every marker that functions fill; a shell that lost one would give empty pages without any error. */
const MARKERS = ['<!--title-->', '<!--main-->'];

/** The site's style sheet, which is the same in every shell: kept once, or functions would carry it nine times over. */
const STYLE = /<style>(@layer [\s\S]*?)<\/style>/;

async function readShells(folder) {
  const shells = {};
  let style;
  for (const name of await readdir(folder)) {
    shells[name] = {};
    for (const file of await readdir(join(folder, name))) {
      const html = await readFile(join(folder, name, file), 'utf8');
      for (const marker of MARKERS) {
        if (html.split(marker).length !== 2) throw new Error(`shell/${name}/${file} must hold ${marker} exactly once`);
      }
      const found = STYLE.exec(html)?.[1];
      if (!found || (style ?? found) !== found)
        throw new Error(`shell/${name}/${file} lacks the style sheet of the others`);
      style = found;
      shells[name][basename(file, '.html')] = html.replace(STYLE, '<style><!--style--></style>');
    }
  }
  return { style, shells };
}

export function handToFunctions() {
  let root;
  return {
    name: 'hand-to-functions',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const target = fileURLToPath(new URL('functions/_lib/built/', root));
        await mkdir(target, { recursive: true });
        const built = join(dist, 'built');
        await rename(join(built, 'redirects.txt'), join(dist, '_redirects'));
        for (const file of await readdir(built)) {
          await writeFile(join(target, file), await readFile(join(built, file)));
        }
        const { style, shells } = await readShells(join(dist, 'shell'));
        await writeFile(join(target, 'pages.json'), JSON.stringify({ style, shells }));
        await rm(built, { recursive: true });
        await rm(join(dist, 'shell'), { recursive: true });
        logger.info(`handed over: catalogue and ${Object.keys(shells).join(', ')}`);
      },
    },
  };
}
