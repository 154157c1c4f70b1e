// Files as /admin writes them: what was not edited stays to the byte, what may be left out is left out, and the schemas take the rest.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertSchema } from '#domain/content/alert.ts';
import { eventSchema } from '#domain/content/event.ts';
import { serviceSchema } from '#domain/content/service.ts';
import { EDITED } from '../../site/editor/collections.ts';
import { type Data, readFile, writeFile } from '../../site/editor/content-file.ts';
import { madeContent } from '../support/made-content.ts';

const FILES = globSync('content/*/*.md').map((path) => path.replaceAll('\\', '/'));
const schemaOf = (path: string) => {
  const edited = EDITED.find(({ folder }) => path.startsWith(`content/${folder}/`));
  if (!edited) throw new Error(`${path} lies in a folder that the editor does not know`);
  return edited.schema;
};
/** Sveltia trims a file before it hands it over, and ends what it gets back with a line break. */
const read = (text: string): Data => readFile(text.trim());
const write = (data: Data, schema: Parameters<typeof writeFile>[1]): string => `${writeFile(data, schema).trim()}\n`;
const front = (text: string): Data => parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '');
const changed = (before: string, after: string): string[] =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));

it('every file of content is written as it was read', () => {
  expect(FILES.length).toBeGreaterThan(300);
  for (const path of FILES) {
    const text = readFileSync(path, 'utf8');
    expect(write({ ...read(text) }, schemaOf(path)), path).toBe(text);
  }
});

it('an edit changes the lines of its field and no other', () => {
  const text = readFileSync('content/services/digitaidot.fi.md', 'utf8');
  const edited = write(
    { ...read(text), summary: 'Opit: uutta.', providers: ['a', 'b'], nextCheck: '2027-10-12' },
    serviceSchema,
  );
  expect(changed(text, edited)).toEqual(['providers: [a, b]', 'nextCheck: 2027-10-12', "summary: 'Opit: uutta.'"]);
  expect(edited.split('\n')).toHaveLength(text.split('\n').length);
});

it('an edit keeps the form that its field had, and the order of an object’s parts is no edit', () => {
  const text =
    '---\nproducers:\n  self: [a]\n  procured: []\n  other: []\nchecked: { by: a, on: 2026-01-02 }\n---\nTeksti\n';
  const data = {
    ...read(text),
    producers: { self: ['b'], procured: [], other: [] },
    checked: { on: '2026-01-02', by: 'a' },
  };
  expect(write(data, serviceSchema)).toBe(text.replace('self: [a]', 'self: [b]'));
});

it('remarks stay above their fields, but what was missing is no longer said to be', () => {
  const text = '---\n# MISSING theme: one of the themes\n# ask Kaisa\nprice: free\n# to the end\n---\n';
  expect(write({ ...read(text), price: 'paid', theme: 'digi' }, serviceSchema)).toBe(
    '---\ntheme: digi\n# ask Kaisa\nprice: paid\n# to the end\n---\n',
  );
});

it('a body that was not edited keeps its lines, an edited one ends with a line break', () => {
  const text = '---\nname: a\n---\n\n\nTeksti\n\n* lista\n';
  expect(write({ ...read(text) }, serviceSchema)).toBe(text);
  expect(write({ ...read(text), body: 'Uusi' }, serviceSchema)).toBe('---\nname: a\n---\nUusi\n');
});

it('YAML that the editor does not see through is written anew, with the same values', () => {
  const text = '---\nname: &n Nimi\n? theme\n: digi\nsummary: *n\n---\nTeksti\n';
  const edited = write({ ...read(text), price: 'free' }, serviceSchema);
  expect(front(edited)).toEqual({ name: 'Nimi', theme: 'digi', summary: 'Nimi', price: 'free' });
  expect(edited).not.toContain('&n');
});

it('a field that nobody knows is kept, so that the checks can tell of it', () => {
  const text = '---\nnmae: a\nname: b\n---\n';
  expect(write({ ...read(text), name: 'c' }, serviceSchema)).toBe('---\nnmae: a\nname: c\n---\n');
});

it('a new service, as the form gives it, is a file that the schema takes, facts first', () => {
  const [service] = madeContent().services;
  const { slug, ...data } = { ...service?.data } as Data;
  const text = write({ slug, ...data, body: 'Kuvaus.', aliases: [] }, serviceSchema);
  expect(text.startsWith('---\ntheme: arki\nbusinessEvents: [hiring]\n')).toBe(true);
  expect(text.endsWith('\naliases: []\n---\nKuvaus.\n')).toBe(true);
  expect(serviceSchema.safeParse(front(text)).error?.issues ?? []).toEqual([]);
});

it('what nobody filled in is left out where it may be, and stays empty where the file must say so', () => {
  const alert = { text: 'Puhelin on kiinni.', all: true, services: [], from: '2026-12-17', to: '2026-12-28', body: '' };
  expect(front(write(alert, alertSchema))).toEqual({
    from: '2026-12-17',
    to: '2026-12-28',
    text: alert.text,
    all: true,
  });
  const one = { ...alert, all: false, services: ['a'] };
  expect(front(write(one, alertSchema))).toEqual({
    services: ['a'],
    from: '2026-12-17',
    to: '2026-12-28',
    text: alert.text,
  });
  const event = { title: 'Ilta', address: '', capacity: null, added: '', providers: ['a'] };
  expect(front(write(event, eventSchema))).toEqual({ title: 'Ilta', providers: ['a'] });
  expect(front(write({ before: [], sample: false, municipalities: [] }, serviceSchema))).toEqual({
    before: [],
    sample: false,
    municipalities: [],
  });
});
