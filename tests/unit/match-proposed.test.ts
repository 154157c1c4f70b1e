// Which matches are proposed: three to five of them, and fewer where the text says too little for more.
import { expect, it } from 'vitest';
import type { Match } from '#domain/match/matcher-of.ts';
import { besideFound, proposed } from '#domain/match/proposed.ts';

const matches = (...scores: number[]): Match[] =>
  scores.map((score, at) => ({ slug: `palvelu-${at}`, score, why: [] }));
const count = (...scores: number[]) => proposed(matches(...scores)).length;

it('three are proposed when the text says something for them', () => {
  expect(count(9, 6, 2, 1)).toBe(3);
});

it('a fourth and a fifth only if each would be sure by itself, and never a sixth', () => {
  expect(count(12, 9, 8, 4.1, 3.9)).toBe(4);
  expect(count(12, 9, 8, 7, 6, 5)).toBe(5);
});

it('none that was met by a mere syllable', () => {
  expect(count(9, 1.4, 1.2)).toBe(1);
  expect(count(1.4, 1)).toBe(0);
  expect(proposed([])).toEqual([]);
});

it('guesses of a text that is not sure are three at most', () => {
  expect(count(3.8, 3.7, 3.6, 3.5, 3.4)).toBe(3);
});

it('keeps the order of the matcher', () => {
  expect(proposed(matches(9, 8, 7)).map(({ slug }) => slug)).toEqual(['palvelu-0', 'palvelu-1', 'palvelu-2']);
});

it('what goes with the found ones fills the three, each once and the nearest first', () => {
  const beside = [[1, 2, 3], [0, 4], [], [], []];
  const fill = (...found: number[]) => besideFound(found, (place) => beside[place] ?? []);
  expect(fill(0)).toEqual([
    { place: 1, with: 0 },
    { place: 2, with: 0 },
  ]);
  expect(fill(1, 0)).toEqual([{ place: 4, with: 1 }]);
  expect(fill(2)).toEqual([]);
  expect(fill(0, 1, 4)).toEqual([]);
  expect(fill()).toEqual([]);
});
