// The desk's acts stand on one page: what would make two of them one is looked for here.
import { expect, it } from 'vitest';
import type { DeskActView } from '#forms/desk-need/act-view.ts';
import { deskActViews } from '#forms/desk-need/act-views.ts';

it('no two acts of the desk share the name of a field', () => {
  const written = Object.values<DeskActView>(deskActViews).flatMap((view) => view.written);
  expect(written.filter((name, place) => written.indexOf(name) !== place)).toEqual([]);
});
