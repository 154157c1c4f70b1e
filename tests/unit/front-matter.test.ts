// Front matter that we write is read back as the same values, by both versions of YAML, whatever stands in them.
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatterField, type Value } from '#domain/open-data/front-matter.ts';

const AWKWARD = [
  'Digitaidot kuntoon',
  'yes',
  'No',
  'null',
  '~',
  '996',
  '9.00',
  '9:30',
  '1e3',
  '0x1F',
  '.5',
  '-1',
  '+358 40 000 0100',
  '12e+3',
  '2027-01-14T16:30',
  '9999099-8',
  'a: b',
  'a:',
  'a #b',
  '# a',
  '- a',
  '-a',
  '? a',
  '[a, b]',
  'a, b',
  'a]b',
  '{reference}',
  'viite {reference}',
  "it's",
  "'quoted'",
  '"quoted"',
  '”lainaus”',
  '&a',
  '*a',
  '!a',
  '|',
  '>',
  '%a',
  '@a',
  '`a`',
  '= a',
  '<<',
  ' edge ',
  'two\nlines',
  'tab\there',
  'line\u2028separator',
  '\ufeffmark',
  'https://pohjat.example/a?b=c#d',
  '2–4 viikkoa',
  '',
];

it.each(AWKWARD)('%j', (text) => {
  const values: Value[] = [
    text,
    [text],
    [text, text],
    { from: text, by: [text] },
    [{ what: text, who: 'Sinä' }],
    { yes: text },
  ];
  for (const value of values)
    for (const style of [undefined, 'flow', 'block'] as const)
      for (const version of ['1.1', '1.2'] as const) {
        const written = frontMatterField('field', value, style);
        expect(parse(written, { version }), `${version}: ${written}`).toEqual({ field: value });
      }
});

it('leaves words, codes and days without quotes, as people write them', () => {
  expect(frontMatterField('checked', { on: '2026-10-12', by: 'tuulisalmi' })).toBe(
    'checked: { on: 2026-10-12, by: tuulisalmi }',
  );
  expect(frontMatterField('serviceClasses', ['P12.4', 'P11.3'])).toBe('serviceClasses: [P12.4, P11.3]');
  expect(frontMatterField('municipalities', ['996'])).toBe("municipalities: ['996']");
  expect(frontMatterField('name', 'Työnantajan muistilista, osa 1 (uusi)')).toBe(
    'name: Työnantajan muistilista, osa 1 (uusi)',
  );
  expect(frontMatterField('sample', true)).toBe('sample: true');
  expect(frontMatterField('before', [])).toBe('before: []');
});

it('opens what is long: a list of sentences, a list of objects, an object wider than a line', () => {
  expect(frontMatterField('youGet', ['Kaksikymmentä oppituntia pienessä ryhmässä'])).toBe(
    'youGet:\n  - Kaksikymmentä oppituntia pienessä ryhmässä',
  );
  expect(frontMatterField('channels', [{ kind: 'form' }, { kind: 'phone', phone: '+358 1' }])).toBe(
    "channels:\n  - kind: form\n  - kind: phone\n    phone: '+358 1'",
  );
  const ids = ['a', 'b', 'c'].map((end) => `koulutustalo-hillaneva-${end}`);
  expect(frontMatterField('producers', { self: ids, procured: [], other: ids })).toBe(
    `producers:\n  self: [${ids.join(', ')}]\n  procured: []\n  other: [${ids.join(', ')}]`,
  );
});
