// The services that the need form proposes: picked ones stay however the text goes on, and nothing is proposed twice.
import { expect, it } from 'vitest';
import { NO_PICKS, nextPicks } from '../../site/islands/need-form/pick-list.ts';
import type { Answer, Proposal } from '../../site/islands/own-words/messages.ts';

const proposal = (id: string, why: string[] = []): Proposal => ({ id, path: `/${id}`, name: id, summary: '', why });
const sure = (...proposals: Proposal[]): Answer => ({ sure: true, proposals, topics: [] });
const unsure = (proposals: Proposal[], topics: Answer['topics']): Answer => ({ sure: false, proposals, topics });
const NOBODY = { chosen: [], offered: [], isTelling: true };
const ids = ({ picks }: typeof NO_PICKS) => picks.map(({ id }) => id);

it('what is proposed follows the text', () => {
  const one = nextPicks(NO_PICKS, sure(proposal('a'), proposal('b')), NOBODY);
  expect(ids(one)).toEqual(['a', 'b']);
  expect(one.state).toBe('sure');
  expect(ids(nextPicks(one, sure(proposal('c')), NOBODY))).toEqual(['c']);
  expect(nextPicks(one, 'nothing', NOBODY)).toEqual(NO_PICKS);
});

it('what was picked stays, first and without a reason that the text no longer gives', () => {
  const before = nextPicks(NO_PICKS, sure(proposal('a'), proposal('b', ['hitsaajia'])), NOBODY);
  const after = nextPicks(before, sure(proposal('c', ['trukki'])), { ...NOBODY, chosen: ['b'] });
  expect(after.picks).toEqual([{ ...proposal('b'), why: [] }, proposal('c', ['trukki'])]);
  expect(ids(nextPicks(after, 'nothing', { ...NOBODY, chosen: ['b'] }))).toEqual(['b']);
  expect(ids(nextPicks(after, 'failed', { ...NOBODY, chosen: ['b'] }))).toEqual(['b']);
});

it('what was picked and is proposed again stands once, with the reason of now', () => {
  const before = nextPicks(NO_PICKS, sure(proposal('a'), proposal('b', ['hitsaajia'])), NOBODY);
  const after = nextPicks(before, sure(proposal('a'), proposal('b', ['HITSARI'])), { ...NOBODY, chosen: ['b'] });
  expect(after.picks).toEqual([proposal('b', ['HITSARI']), proposal('a')]);
});

it('what was unticked goes with the next text', () => {
  const before = nextPicks(NO_PICKS, sure(proposal('a')), { ...NOBODY, chosen: ['a'] });
  expect(ids(nextPicks(before, sure(proposal('b')), NOBODY))).toEqual(['b']);
});

it('a service that has a place of its own in the form is not proposed', () => {
  const topics = [{ name: 'Arki', services: [proposal('a'), proposal('b')] }];
  const list = nextPicks(NO_PICKS, unsure([proposal('a'), proposal('c')], topics), { ...NOBODY, offered: ['a'] });
  expect(ids(list)).toEqual(['c']);
  expect(list.topics).toEqual([{ name: 'Arki', services: [proposal('b')] }]);
});

it('topics hold what is not proposed above them; an empty one is left out; what was picked from one stays', () => {
  const topics = [
    { name: 'Arki', services: [proposal('a'), proposal('b')] },
    { name: 'Digi', services: [proposal('c')] },
  ];
  const list = nextPicks(NO_PICKS, unsure([proposal('c')], topics), NOBODY);
  expect(list.state).toBe('unsure');
  expect(list.topics.map(({ name, services }) => [name, services.map(({ id }) => id)])).toEqual([['Arki', ['a', 'b']]]);
  expect(ids(nextPicks(list, sure(proposal('d')), { ...NOBODY, chosen: ['b'] }))).toEqual(['b', 'd']);
});

it('a text of a few letters is not told that it says too little', () => {
  const list = nextPicks(NO_PICKS, unsure([proposal('a')], []), { ...NOBODY, isTelling: false });
  expect(list).toEqual(NO_PICKS);
});
