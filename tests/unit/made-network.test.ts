// The made network is content as an editor could have written it: what is measured with it would be built.
import { expect, it } from 'vitest';
import { checkContent } from '#domain/content-check/check-content.ts';
import { isWarning } from '#domain/content-check/fault.ts';
import { readContentFolder } from '../../site/integrations/read-content-folder.ts';
import { countsFor, madeNetwork } from '../support/made-network/made-network.ts';
import { markdown } from '../support/made-network/write-network.ts';

const TODAY = '2026-11-23';

it.each([1, 2, 3])('seed %i is what the check of the content asks for, beside what is here', (seed) => {
  const here = readContentFolder('content');
  const made = madeNetwork(countsFor(600), TODAY, seed).map((file) => ({
    path: `${file.folder}/${file.item}.${file.lang}.md`,
    bytes: new TextEncoder().encode(markdown(file)),
  }));
  const { faults } = checkContent({ ...here, files: [...here.files, ...made], today: TODAY });
  expect(faults.filter((fault) => !isWarning(fault))).toEqual([]);
});

it('is the same for the same seed and day, and another for another seed', () => {
  const counts = countsFor(60);
  expect(madeNetwork(counts, TODAY)).toEqual(madeNetwork(counts, TODAY));
  expect(madeNetwork(counts, TODAY, 2)).not.toEqual(madeNetwork(counts, TODAY, 1));
});

it.each([300, 1_000, 10_000])('has about as many files as are asked for, mostly services: %i', (files) => {
  const counts = countsFor(files);
  const items = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(Math.abs(items * 3 - files)).toBeLessThan(3);
  expect(counts.services / items).toBeGreaterThan(0.7);
});
