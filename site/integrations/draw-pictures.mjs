// A thread that draws the pictures of links which are not yet in its folder, takes out those that are of no use any more, and says where each lies.
import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { pictureDrawer, pictureSources } from './social-picture.mjs';

const { folder, images } = workerData;
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
parentPort.postMessage({
  files: named.map(({ image, file }) => ({ path: image.path, kept: join(folder, file) })),
  drawn: missing.length,
});
