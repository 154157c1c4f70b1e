// A table of figures and words; with more columns than a phone has room for, its rows become short paragraphs there.
import type { FigureCell } from '#domain/figures.ts';
import { formatMark, formatShare } from '#domain/i18n/amounts.ts';
import { formatDateTime, formatMonth } from '#domain/i18n/dates.ts';
import type { Language } from '#domain/routes.ts';

/** As many columns as a phone shows beside each other. */
const NARROW = 3;
/** More than paper has room for in the usual size. */
const MANY = 8;

export function FigureTable(props: {
  lang: Language;
  labelledby: string;
  columns: readonly string[];
  rows: readonly (readonly FigureCell[])[];
}) {
  const { lang, labelledby, columns, rows } = props;
  return (
    <div
      class={['table', columns.length > NARROW && 'stacks', columns.length > MANY && 'table--many']
        .filter(Boolean)
        .join(' ')}
    >
      {/* The roles are said, since browsers may forget them when a row is shown as a paragraph. */}
      <table role="table" aria-labelledby={labelledby}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th role="columnheader" scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(([first, ...cells], place) => (
            <tr role="row" key={place}>
              <th role="rowheader" scope="row">
                <Cell cell={first ?? ''} lang={lang} />
              </th>
              {cells.map((cell, column) => (
                <td
                  role="cell"
                  key={columns[column + 1]}
                  data-column={columns[column + 1]}
                  data-number={isAmount(cell) ? '' : undefined}
                >
                  <Cell cell={cell} lang={lang} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isAmount = (cell: FigureCell): boolean =>
  typeof cell === 'number' || (typeof cell === 'object' && ('share' in cell || 'mark' in cell || 'few' in cell));

function Cell({ cell, lang }: { cell: FigureCell; lang: Language }) {
  if (cell instanceof Date) return <>{formatDateTime(cell, lang, 'short')}</>;
  if (typeof cell !== 'object') return <>{cell}</>;
  if ('share' in cell) return <>{formatShare(cell.share, lang)}</>;
  if ('mark' in cell) return <>{formatMark(cell.mark, lang)}</>;
  if ('month' in cell) return <>{formatMonth(cell.month, lang)}</>;
  if ('code' in cell) return <>{cell.name}</>;
  return 'few' in cell ? <span class="soft">{cell.few}</span> : <a href={cell.href}>{cell.text}</a>;
}
