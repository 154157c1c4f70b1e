// Draws the pictures of links into dist, all that the pages name. What was drawn before is kept in .astro and taken from there.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pictureDrawer, pictureSources } from './social-picture.mjs';

export function drawSocialImages() {
  let kept;
  return {
    name: 'draw-social-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        kept = fileURLToPath(new URL('.astro/social/', config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const list = join(dist, 'built/social-images.json');
        const images = JSON.parse(await readFile(list, 'utf8'));
        await rm(list); // hand-to-functions takes all that lies there
        await mkdir(join(dist, dirname(images[0].path)), { recursive: true });
        await mkdir(kept, { recursive: true });
        const known = new Set(await readdir(kept));
        const design = createHash('sha256').update(await pictureSources());
        const named = images.map((image) => ({
          image,
          file: `${design.copy().update(JSON.stringify(image)).digest('hex').slice(0, 32)}.png`,
        }));

        const missing = named.filter(({ file }) => !known.has(file));
        const draw = missing.length > 0 ? await pictureDrawer() : undefined;
        await Promise.all(missing.map(async ({ image, file }) => writeFile(join(kept, file), await draw(image))));
        await Promise.all(named.map(({ image, file }) => copyFile(join(kept, file), join(dist, image.path))));
        const left = [...known].filter((file) => !named.some((one) => one.file === file));
        await Promise.all(left.map((file) => rm(join(kept, file))));
        logger.info(`${images.length} pictures, ${missing.length} drawn anew`);
      },
    },
  };
}
