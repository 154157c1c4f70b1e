// A table of figures as a file: for a Finnish spreadsheet in the reader's words, or for programs in names that never change.
import type { FigureCell, Figures } from '#domain/figures.ts';
import { helsinkiDate, helsinkiTime } from '#domain/helsinki-time.ts';
import { type Cell, csvForPrograms, csvTable } from '#domain/open-data/csv.ts';
import { text } from './respond.ts';

/** To a thousandth: more would be read as more exact than it is. */
const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

function plain(cell: FigureCell, moment: (at: Date) => string): Cell {
  if (cell instanceof Date) return moment(cell);
  if (typeof cell !== 'object') return cell;
  if ('share' in cell) return thousandth(cell.share);
  if ('mark' in cell) return thousandth(cell.mark);
  if ('month' in cell) return cell.month;
  if ('code' in cell) return cell.name;
  return 'few' in cell ? cell.few : cell.text;
}

/** A moment as every spreadsheet reads it. */
const sheetCell = (cell: FigureCell): Cell => plain(cell, (at) => `${helsinkiDate(at)} ${helsinkiTime(at)}`);

/** What may not be shown is empty, and an amount is never a word. */
function dataCell(cell: FigureCell): Cell {
  if (typeof cell === 'object' && 'few' in cell) return null;
  if (typeof cell === 'object' && 'code' in cell) return cell.code;
  return plain(cell, (at) => at.toISOString());
}

export function figuresFile(
  figures: Pick<Figures, 'columns' | 'keys' | 'rows'>,
  name: string,
  as: 'sheet' | 'data',
): Response {
  const { columns, keys = columns, rows } = figures;
  const body =
    as === 'data'
      ? csvForPrograms(
          keys,
          rows.map((row) => row.map(dataCell)),
        )
      : csvTable(
          columns,
          rows.map((row) => row.map(sheetCell)),
        );
  return text(body, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="tarjotin-${name}.csv"`,
  });
}
