// The words file of a language and what answers from it: every service with all that a proposal shows of it.
import { describe, expect, it } from 'vitest';
import { type DescribedService, wordsFile } from '#domain/match/words-file.ts';
import { finderOf } from '../../site/islands/own-words/load-finder.ts';

const service = (id: string, changes: Partial<DescribedService>): DescribedService => ({
  id,
  slug: id,
  theme: 'osaaminen',
  name: 'Palvelu',
  summary: 'Saat apua.',
  forWhom: 'Yrityksille.',
  youGet: [],
  needs: [],
  keywords: [],
  body: '',
  before: [],
  after: [],
  related: [],
  ...changes,
});

const TOPICS = [
  { theme: 'osaaminen', name: 'Osaaminen' },
  { theme: 'arki', name: 'Yrittäjän arki' },
];
const SERVICES = [
  service('hitsaus', {
    slug: 'hitsauskoulutus',
    name: 'Hitsauskoulutus',
    summary: 'Kursseja hitsaajille.',
    before: ['maku'],
    after: ['laulu', 'poistettu'],
    related: ['laulu'],
  }),
  service('trukki', { name: 'Trukkikoulutus', youGet: ['Kirjallisen luvan'], theme: 'arki' }),
  service('maku', { name: 'Maistelu', forWhom: 'Kahviloille ja panimoille.' }),
  service('laulu', { name: 'Laulu', body: 'Kuorot ja **orkesterit** esiintyvät.' }),
];
const FILE = wordsFile(SERVICES, TOPICS, '/palvelut/', 'fi');
const find = finderOf(FILE);

describe('the words file', () => {
  it('holds every service, and nothing but what finds and shows it', () => {
    expect(FILE.services.map(({ id, slug, topic }) => [id, slug, topic])).toEqual([
      ['hitsaus', 'hitsauskoulutus', 0],
      ['trukki', 'trukki', 1],
      ['maku', 'maku', 0],
      ['laulu', 'laulu', 0],
    ]);
    for (const entry of FILE.services)
      expect(Object.keys(entry).sort()).toEqual([
        'beside',
        'id',
        'slug',
        'strong',
        'summary',
        'title',
        'topic',
        'weak',
      ]);
  });

  it('holds no word twice that title or summary say already', () => {
    const [welding] = FILE.services;
    const words = `${welding?.strong} ${welding?.weak}`.split(' ');
    expect(new Set(words).size).toBe(words.length);
    for (const word of ['hitsauskoulutus', 'kursseja', 'hitsaajille']) expect(words).not.toContain(word);
  });

  it('finds by title, summary, what one gets, for whom it is, and running text', () => {
    const first = (text: string) => find(text).proposals[0]?.id;
    expect(first('hitsauskoulutusta')).toBe('hitsaus');
    expect(first('kurssi hitsaajille')).toBe('hitsaus');
    expect(first('kirjallinen lupa')).toBe('trukki');
    expect(first('panimo')).toBe('maku');
    expect(first('orkesteri')).toBe('laulu');
  });
});

describe('an answer', () => {
  it('shows name, summary, the address of the page and the reason', () => {
    expect(find('Etsin HITSAAJIA').proposals[0]).toEqual({
      id: 'hitsaus',
      path: '/palvelut/hitsauskoulutus',
      name: 'Hitsauskoulutus',
      summary: 'Kursseja hitsaajille.',
      why: ['HITSAAJIA'],
    });
  });

  it('is of three when the text is sure of fewer: what goes with the found one says so, and claims no word', () => {
    const { sure, proposals } = find('hitsauskoulutus');
    expect(sure).toBe(true);
    expect(proposals.map(({ id, why, beside }) => [id, why, beside])).toEqual([
      ['hitsaus', ['hitsauskoulutus'], undefined],
      ['laulu', [], 'Hitsauskoulutus'],
      ['maku', [], 'Hitsauskoulutus'],
    ]);
    expect(find('hei').proposals).toEqual([]);
  });

  it('offers every service by topic when it is not sure, and only then', () => {
    expect(find('hei').sure).toBe(false);
    expect(find('hei').topics.map(({ name, services }) => [name, services.map(({ id }) => id)])).toEqual([
      ['Osaaminen', ['hitsaus', 'maku', 'laulu']],
      ['Yrittäjän arki', ['trukki']],
    ]);
    const sure = find('hitsauskoulutusta hitsaajille, trukkikoulutusta ja kirjallinen lupa');
    expect(sure).toMatchObject({ sure: true, topics: [] });
  });
});
