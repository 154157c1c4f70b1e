// Whatever stands in a file, the check tells something and goes on: lines out of place, stray marks, half of a file.
import { expect, it } from 'vitest';
import { faultText } from '#domain/content/fault-texts.ts';
import { editorTasks } from '#domain/content-check/editor-tasks.ts';
import { checkFiles, type Files, lineOf, madeFiles, replace, textOf } from '../support/made-files.ts';

const STRAY = [
  ...[
    '[',
    '}',
    '"',
    "'",
    ': ',
    '- ',
    ' #x',
    '\t',
    'null',
    '*a',
    '&a',
    '!x',
    '@',
    '---',
    '...',
    '> ',
    '|',
    '? ',
    '<<: ',
  ],
  ...[
    '2026-02-30',
    '.inf',
    '\u0000',
    '😀',
    '![](x)',
    '[a](/x)',
    '<img>',
    '<a href=>',
    '{x}',
    '\\',
    '[y](#%)',
    '|a|\n|-|',
  ],
];

/** The same numbers each time: a fault that it finds can be found again. */
function numbers(seed: number): () => number {
  let last = seed;
  return () => {
    last = (last * 1_664_525 + 1_013_904_223) >>> 0;
    return last / 2 ** 32;
  };
}

function disturb(files: Files, random: () => number): void {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const path = pick([...files.keys()].filter((name) => name.endsWith('.md')));
  const lines = textOf(files, path).split('\n');
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? '';
  const cut = Math.floor(random() * line.length);
  const changed = pick([
    [`${line.slice(0, cut)}${pick(STRAY)}${line.slice(cut)}`],
    [line.slice(0, cut)],
    [],
    [line, pick(lines)],
    [`${line.split(':')[0]}: ${pick(STRAY)}`],
  ]);
  files.set(path, [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)].join('\n'));
}

it.each([1, 2, 3, 4])('goes on whatever is written, round %i', (seed) => {
  const random = numbers(seed);
  for (let turn = 0; turn < 30; turn++) {
    const files = madeFiles();
    for (let change = 0; change < 4; change++) disturb(files, random);
    const { content, faults } = checkFiles(files);
    for (const fault of faults) {
      expect(faultText(fault, 'fi')).not.toMatch(/undefined|NaN/);
      // One line more than there are: the body of a file that has none.
      if (fault.line) expect(fault.line).toBeLessThanOrEqual(textOf(files, fault.file).split('\n').length + 1);
    }
    expect(Object.keys(editorTasks(content))).toHaveLength(7);
  }
});

it('what neither reader can name is told with the words of the one that refuses it, on its line', () => {
  const files = madeFiles();
  replace(files, 'services/a.fi.md', 'price: free', ': free');
  const [fault] = checkFiles(files).faults;
  const line = lineOf(files, 'services/a.fi.md', ': free');
  expect(fault).toMatchObject({
    code: 'yaml_other',
    line,
    params: { reason: expect.stringMatching(/mapping.*[^)]$/) },
  });
});
