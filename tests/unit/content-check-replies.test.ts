// Templates of answers, as the check of the content sees them.
import { expect, it } from 'vitest';
import { LANGUAGES } from '#domain/routes.ts';
import { append, checkFiles, type FaultRow, madeFiles, replace, tried } from '../support/made-files.ts';

const REPLY = 'replies/soitan.sv.md';
const plain = (excerpt: string): [string, string] => [
  `Vastauspohja on pelkkää tekstiä. Poista muotoilu tai linkki: ${excerpt}`,
  `A template of an answer is plain text. Take out the formatting or the link: ${excerpt}`,
];

const rows: FaultRow[] = [
  [
    'a placeholder that nothing fills',
    (files) => append(files, REPLY, '\n{nam}'),
    [REPLY, '{nam}', 'body'],
    '{nam} ei täyty vastauspohjassa. Tarkoititko: {name}? Sallitut: {name}, {coordinator}, {services}, {phone}, {reference}.',
    'Nothing fills {nam} in a template of an answer. Did you mean {name}? Allowed: {name}, {coordinator}, {services}, {phone}, {reference}.',
  ],
  [
    'bold text',
    (files) => append(files, REPLY, '\nTämä on **tärkeää**.'),
    [REPLY, 'Tämä', 'body'],
    ...plain('**tärkeää**'),
  ],
  ['a heading', (files) => append(files, REPLY, '\n## Otsikko'), [REPLY, '## Otsikko', 'body'], ...plain('## Otsikko')],
  [
    'a link with words',
    (files) => append(files, REPLY, '\n[täällä](https://a.example)'),
    [REPLY, '[täällä]', 'body'],
    ...plain('[täällä](https://a.example)'),
  ],
];

it.each(rows)('%s', (_, ...row) => {
  const { found, wanted } = tried(row);
  expect(found).toEqual(wanted);
});

it('no text in any language', () => {
  const files = madeFiles();
  for (const lang of LANGUAGES) replace(files, `replies/soitan.${lang}.md`, 'Hei {name}!', '');
  expect(checkFiles(files).faults.map(({ file, code }) => `${file} ${code}`)).toEqual(
    LANGUAGES.map((lang) => `replies/soitan.${lang}.md reply_empty`).sort(),
  );
});

it('lists, gaps and bare addresses are plain text', () => {
  const files = madeFiles();
  append(files, REPLY, '\n- [dag]\n- https://firma.example/a_b_c\n- maija@firma.example');
  expect(checkFiles(files).faults).toEqual([]);
});
