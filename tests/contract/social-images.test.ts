// The pictures of links as they were drawn: the same ones in each language, and nothing on them runs over an edge.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { SOCIAL_SIZE } from '#domain/social-size.ts';
import { DIST } from '../support/built-pages.ts';

const FOLDER = join(DIST, 'social');
const files = globSync('*.png', { cwd: FOLDER }).sort();
/** No word, mark or stop may come nearer to an edge. */
const EDGE = 60;

it('each is there in each language', () => {
  const names = new Set(files.map((file) => file.split('.')[0]));
  expect(names.size).toBeGreaterThan(15);
  expect(files).toEqual([...names].flatMap((name) => LANGUAGES.map((lang) => `${name}.${lang}.png`)).sort());
});

it.each(files)('%s has an empty edge all around, and something within', async (file) => {
  const { data, info } = await sharp(join(FOLDER, file)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = SOCIAL_SIZE;
  expect([info.width, info.height, info.channels]).toEqual([width, height, 3]);
  const paper = data.readUIntBE(0, 3);
  let within = 0;
  const drawn: string[] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (data.readUIntBE((y * width + x) * 3, 3) === paper) continue;
      within += 1;
      if (x < EDGE || y < EDGE || x >= width - EDGE || y >= height - EDGE) drawn.push(`${x},${y}`);
    }
  expect(drawn.slice(0, 3)).toEqual([]);
  expect(within).toBeGreaterThan(10_000);
});
