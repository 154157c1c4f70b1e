// CSV files: read by spreadsheets as they were meant, and nothing in them runs.
import { expect, it } from 'vitest';
import { csv, csvForPrograms } from '#domain/open-data/csv.ts';

it('begins with the mark of UTF-8, parts by semicolons and ends lines as the standard says', () => {
  expect(
    csv([
      { id: 'a', määrä: 2 },
      { id: 'b', määrä: null },
    ]),
  ).toBe('\uFEFFid;määrä\r\na;2\r\nb;\r\n');
});

it('quotes what would break a cell', () => {
  expect(csv([{ a: 'x;y', b: 'say "hi"', c: 'two\nlines' }])).toBe(
    '\uFEFFa;b;c\r\n"x;y";"say ""hi""";"two\nlines"\r\n',
  );
});

it.each([
  '=1+1',
  '=HYPERLINK("https://paha.example";"klikkaa")',
  '+358 40 000 0100',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n+1',
  '\t',
  '  =cmd|x',
  '\u00a0-1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
])('%j runs neither in a spreadsheet nor in a file for programs', (text) => {
  const quoted = text.replaceAll('"', '""');
  expect(csv([{ a: text }])).toContain(`'${quoted}`);
  expect(csvForPrograms(['a'], [[text]])).toContain(`'${quoted}`);
});

it.each([
  ['hinta;=1+1', "hinta;'=1+1"],
  ['hinta, =HYPERLINK("x")', 'hinta,\' =HYPERLINK("x")'],
  ['rivi\n=cmd|x', "rivi\n'=cmd|x"],
  ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
  ['a;＝1', "a;'＝1"],
])('%j does not run where a spreadsheet of another country parts it', (text, harmless) => {
  const cell = harmless.replaceAll('"', '""');
  expect(csv([{ a: text }])).toContain(cell);
  expect(csvForPrograms(['a'], [[text]])).toContain(cell);
});

it('leaves words as they are written', () => {
  const text = 'Kiitos, hyvä palvelu; 5-10 päivää, noin 100 € + alv.';
  expect(csv([{ a: text }])).toContain(`"${text}"`);
});

it('joins lists and keeps fields that only later rows have', () => {
  expect(csv([{ a: ['x', 'y'] }, { b: true }])).toBe('\uFEFFa;b\r\nx | y;\r\n;true\r\n');
});

it('makes a list harmless that begins with a formula', () => {
  expect(csv([{ a: ['=1', 'y'] }])).toContain("'=1 | y");
});

it('writes a fraction with a comma, which is what makes it a number here', () => {
  expect(csv([{ share: 0.985, count: 1200 }])).toBe('\uFEFFshare;count\r\n0,985;1200\r\n');
});

it('for programs: commas, decimal points, no mark, and still nothing that runs', () => {
  expect(
    csvForPrograms(
      ['month', 'share', 'text'],
      [
        ['2026-11', 0.985, 'a,b'],
        ['2026-12', -1, '=HYPERLINK("x")'],
        ['2027-01', null, 'two\nlines; "said"'],
      ],
    ),
  ).toBe(
    'month,share,text\r\n2026-11,0.985,"a,b"\r\n2026-12,-1,"\'=HYPERLINK(""x"")"\r\n2027-01,,"two\nlines; ""said"""\r\n',
  );
});
