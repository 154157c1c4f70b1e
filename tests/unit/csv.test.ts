// CSV files: read by spreadsheets as they were meant, and nothing in them runs.
import { expect, it } from 'vitest';
import { csv } from '#domain/open-data/csv.ts';

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

it.each(['=1+1', '+358 40 000 0100', '-5', '@SUM(A1)', '\t=1', '  =cmd|x', '＝1'])('%j does not run', (text) => {
  expect(csv([{ a: text }])).toContain(`'${text}`);
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
