// Draws in a process of its own the pictures of links that are not yet in the folder, takes out those of no use any more, and sends where each lies.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureDrawer, pictureSources } from './social-picture.mjs';

process.once('message', async ({ folder, images }) => {
  await mkdir(folder, { recursive: true });
  const known = new Set(await readdir(folder));
  const design = createHash('sha256').update(await pictureSources());
  const named = images.map((image) => ({
    image,
    file: `${design.copy().update(JSON.stringify(image)).digest('hex').slice(0, 32)}.png`,
  }));

  const missing = named.filter(({ file }) => !known.has(file));
  const draw = missing.length > 0 ? await pictureDrawer() : undefined;
  await Promise.all(missing.map(async ({ image, file }) => writeFile(join(folder, file), await draw(image))));
  const left = [...known].filter((file) => !named.some((one) => one.file === file));
  await Promise.all(left.map((file) => rm(join(folder, file))));
  process.send({
    files: named.map(({ image, file }) => ({ path: image.path, kept: join(folder, file) })),
    drawn: missing.length,
  });
});
