// Has the pictures of links drawn beside the pages, and puts them into dist. What was drawn before is kept in .astro.
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFrontmatter } from 'astro/markdown';
import { socialImages } from '../domain/social-images.ts';
import { beside } from './beside.mjs';

const DRAW = new URL('./draw-beside.mjs', import.meta.url);

/** Of the one promise that there is. */
async function promisedDays(root) {
  const folder = new URL('content/promises/', root);
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.fi.md')).sort();
  return parseFrontmatter(await readFile(new URL(file, folder), 'utf8')).frontmatter.days;
}

async function draw(root) {
  const folder = fileURLToPath(new URL('.astro/social/', root));
  return beside(DRAW, { folder, images: socialImages(await promisedDays(root)) }, { patient: true });
}

export function drawSocialImages() {
  let drawing;
  return {
    name: 'draw-social-images',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command !== 'build') return;
        // The check of the content goes first: without it there is no build.
        drawing = globalThis.contentChecked.then(() => draw(config.root));
        drawing.catch(() => {}); // it is told when it is waited for
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const { files, drawn } = await drawing;
        await mkdir(join(dist, dirname(files[0].path)), { recursive: true });
        await Promise.all(files.map(({ kept, path }) => copyFile(kept, join(dist, path))));
        logger.info(`${files.length} pictures, ${drawn} drawn anew`);
      },
    },
  };
}
