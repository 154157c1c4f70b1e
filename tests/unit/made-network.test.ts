// The made network is content as an editor could have written it: what is measured with it would be built.
import { expect, it } from 'vitest';
import { alertSchema, alertTexts } from '#domain/content/alert.ts';
import { eventSchema, eventTexts } from '#domain/content/event.ts';
import { experienceSchema, experienceTexts } from '#domain/content/experience.ts';
import { providerSchema, providerTexts } from '#domain/content/provider.ts';
import { serviceSchema, serviceTexts } from '#domain/content/service.ts';
import { toolSchema, toolTexts } from '#domain/content/tool.ts';
import { contentFaults } from '../../site/catalogue/faults.ts';
import type { RawContent } from '../../site/catalogue/raw-content.ts';
import { madeContent } from '../support/made-content.ts';
import { countsFor, type Folder, madeNetwork } from '../support/made-network/made-network.ts';

const TODAY = '2026-11-23';
const SCHEMAS = {
  services: [serviceSchema, serviceTexts],
  providers: [providerSchema, providerTexts],
  events: [eventSchema, eventTexts],
  experiences: [experienceSchema, experienceTexts],
  tools: [toolSchema, toolTexts],
  alerts: [alertSchema, alertTexts],
} as const satisfies Record<Folder, unknown>;

it.each([1, 2, 3])('seed %i fits the schemas and itself', (seed) => {
  const files = madeNetwork(countsFor(600), TODAY, seed);
  const parsed = files.map(({ folder, item, lang, data, body }) => ({
    collection: lang === 'fi' ? folder : (`${folder}Translated` as const),
    entry: { id: `${item}.${lang}`, data: SCHEMAS[folder][lang === 'fi' ? 0 : 1].parse(data), body },
  }));
  const made = Object.groupBy(parsed, ({ collection }) => collection);
  const network = Object.fromEntries(
    Object.entries(made).map(([name, found]) => [name, found.map(({ entry }) => entry)]),
  ) as unknown as Partial<RawContent>;
  const { promises, ...rest } = madeContent();
  const named = promises.map((promise) => ({ ...promise, id: 'ensivastaus.fi' }));
  const others = rest.promisesTranslated.map((promise) => ({
    ...promise,
    id: promise.id.replace('lupaus', 'ensivastaus'),
  }));
  expect(contentFaults({ ...rest, promises: named, promisesTranslated: others, ...network })).toEqual([]);
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
