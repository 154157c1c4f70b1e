// Rows as a CSV file that opens right in the spreadsheets of this country: UTF-8 with its mark, semicolons, decimal commas, and no cell that runs as a formula.
const MARK = '\uFEFF';

export type Cell = string | number | boolean | string[] | null | undefined;

/** The first row holds the fields' names; a list becomes one cell with ` | ` between its items. */
export function csv(rows: Record<string, Cell>[]): string {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvTable(
    fields,
    rows.map((row) => fields.map((field) => row[field])),
  );
}

/** A table as it stands on a page: its headings are there without a row, too. */
export const csvTable = (headings: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  MARK + [headings, ...rows].map((line) => `${line.map(cell).join(';')}\r\n`).join('');

/** The same for programs, as RFC 4180 has it: commas, decimal points, no mark. A person may open it all the same, so nothing in it runs either. */
export const csvForPrograms = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [names, ...rows].map((line) => `${line.map(programCell).join(',')}\r\n`).join('');

const cell = (value: Cell): string => (typeof value === 'number' ? String(value).replace('.', ',') : plainCell(value));

const programCell = (value: Cell): string => (typeof value === 'number' ? String(value) : plainCell(value, /[",\r\n]/));

function plainCell(value: Exclude<Cell, number>, quotable = /[";\r\n]/): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return String(value);
  return quoted(harmless(Array.isArray(value) ? value.join(' | ') : value), quotable);
}

/** A spreadsheet would run what begins so; behind an apostrophe it is text. Full-width forms are taken for the same signs. */
const BEGINS = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠]/;
/** Where another country's spreadsheet parts cells that ours does not: quotes do not hold there, and what follows would begin a cell. */
const BEGINS_WITHIN = /(?<!^\s*)([;,\t\r\n])(?=\s*[=+\-@＝＋－＠])/g;
const harmless = (text: string): string => (BEGINS.test(text) ? "'" : '') + text.replaceAll(BEGINS_WITHIN, "$1'");

const quoted = (text: string, quotable: RegExp): string =>
  quotable.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
