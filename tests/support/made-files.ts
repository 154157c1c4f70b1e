// The small content of made-content.ts as files of a content folder, with one item in each of the folders that it leaves empty.
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { faultText } from '#domain/content/fault-texts.ts';
import { checkContent } from '#domain/content-check/check-content.ts';
import type { SourceFile } from '#domain/content-check/content-file.ts';
import { type Fault, fieldName } from '#domain/content-check/fault.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { readFrontMatter } from '../../site/integrations/read-front-matter.ts';
import { madeContent } from './made-content.ts';

/** By path below the content folder. A test changes what it gets. */
export type Files = Map<string, string | Uint8Array>;

const MORE: Record<string, { finnish: object; texts: object }> = {
  'events/ilta': {
    finnish: {
      starts: '2027-01-14T16:30',
      ends: '2027-01-14T18:30',
      place: 'remote',
      providers: ['opisto'],
      services: ['a'],
      languages: ['fi'],
      price: 'free',
      added: '2026-11-10',
    },
    texts: { slug: 'ilta', title: 'Ilta', summary: 'Ilta, jossa kerrotaan asiasta.' },
  },
  'alerts/kiinni': {
    finnish: { all: true, from: '2026-12-17', to: '2026-12-28', added: '2026-11-16' },
    texts: { text: 'Puhelin on kiinni.' },
  },
  'experiences/hyva': {
    finnish: {
      service: 'a',
      provider: 'opisto',
      given: '2026-08-14',
      consent: { on: '2026-08-15', by: 'yrityksen edustaja', scope: 'public' },
      sample: true,
    },
    texts: { quote: 'Saimme apua juuri silloin.', who: 'Konepaja', outcome: 'Kone kulkee taas.' },
  },
  'changes/iltakurssi': {
    finnish: {
      survey: 'kysely',
      heard: { from: '2026-05', to: '2026-08' },
      changed: '2026-09-14',
      services: ['a'],
      sample: true,
    },
    texts: { title: 'Iltakurssi', said: 'Päivällä ei ehdi kurssille.', did: 'Kurssi on nyt myös illalla.' },
  },
  'tools/laskuri': {
    finnish: { url: 'https://laskuri.example/a', kind: 'calculator', services: ['a'] },
    texts: { name: 'Laskuri', summary: 'Laskee, mitä asia maksaa.' },
  },
  'governance/rooli': {
    finnish: { level: 'strategic', order: 1 },
    texts: { role: 'Rooli', tasks: ['Tekee asioita'], decides: ['Päättää asioista'], meets: 'Joka kuukausi' },
  },
};

const markdown = (fields: object, body = ''): string =>
  `---\n${stringify(fields, { lineWidth: 0 })}---\n${body ? `${body}\n` : ''}`;

export function madeFiles(): Files {
  const files: Files = new Map();
  for (const [collection, entries] of Object.entries(madeContent())) {
    const folder = collection.replace('Translated', '');
    // A page that all languages have a text on, so that a test may write on in one of them.
    const text = folder === 'pages' ? 'Teksti.' : undefined;
    for (const { id, data, body = text } of entries) files.set(`${folder}/${id}.md`, markdown(data, body));
  }
  for (const [path, { finnish, texts }] of Object.entries(MORE))
    for (const lang of LANGUAGES)
      files.set(`${path}.${lang}.md`, markdown(lang === 'fi' ? { ...finnish, ...texts } : texts));
  // A provider that gives nothing, so that a test may name one that exists and does not belong.
  for (const lang of LANGUAGES) files.set(`providers/kolmas.${lang}.md`, textOf(files, `providers/opisto.${lang}.md`));
  for (const lang of LANGUAGES) files.set(`ui/${lang}.json`, readFileSync(`content/ui/${lang}.json`, 'utf8'));
  return files;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

export const checkFiles = (files: Files, today = '2026-11-23', more: SourceFile[] = []) =>
  checkContent({
    files: [...[...files].map(([path, content]) => ({ path, bytes: bytesOf(content) })), ...more],
    publicFiles: ['/favicon.svg'],
    readYaml: readFrontMatter,
    today,
  });

export const textOf = (files: Files, path: string): string => String(files.get(path));

/** Writes `to` in place of `from`, which must stand in the file, so that no test breaks nothing by a slip. */
export function replace(files: Files, path: string, from: string | RegExp, to: string): void {
  const text = textOf(files, path);
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} does not hold ${from}`);
  files.set(path, changed);
}

/** On a line of its own at the end of the file. */
export const append = (files: Files, path: string, text: string): void => {
  files.set(path, `${textOf(files, path)}${text}\n`);
};

/** The line, from 1, on which a piece of text first stands. */
export function lineOf(files: Files, path: string, text: string): number {
  const [before, found] = textOf(files, path).split(text, 2);
  if (found === undefined) throw new Error(`${path} does not hold ${text}`);
  return (before ?? '').split('\n').length;
}

/** `services/a.fi.md:12 price` and both sentences. */
export const told = (fault: Fault): [string, string, string] => [
  `${fault.file}${fault.line === undefined ? '' : `:${fault.line}`} ${fieldName(fault.path)}`.trimEnd(),
  faultText(fault, 'fi'),
  faultText(fault, 'en'),
];

/** A file; null, a line or the text that stands on it; the field. */
type Place = [file: string, on: null | number | string | ((files: Files) => number), field?: string];
/** What is changed in good content, where one fault is then told, and how. */
export type FaultRow = [name: string, change: (files: Files) => unknown, place: Place, fi: string, en: string];
type Told = ReturnType<typeof told>;

/** What the check says after the change, and what it should say. */
export function tried([change, [file, on, field = ''], fi, en]: FaultRow extends [string, ...infer Row]
  ? Row
  : never): {
  found: Told[];
  wanted: Told[];
} {
  const files = madeFiles();
  change(files);
  const line = typeof on === 'function' ? on(files) : typeof on === 'string' ? lineOf(files, file, on) : on;
  const place = `${file}${line === null ? '' : `:${line}`} ${field}`.trimEnd();
  return { found: checkFiles(files).faults.map(told), wanted: [[place, fi, en]] };
}
