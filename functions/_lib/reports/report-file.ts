// A table of a mailed report as a file, asked for by its place on the page: ?file=needs-2, and as=data for programs.
import type { Figures } from '#domain/figures.ts';
import { figuresFile } from '../figures-file.ts';

/** Undefined where no file is asked for, or one that there is not: then the page itself is the answer. */
export function reportFile(
  tables: readonly (Pick<Figures, 'columns' | 'keys' | 'rows'> & { id: string })[],
  query: URLSearchParams,
  name: string,
): Response | undefined {
  const table = tables.find(({ id }) => id === query.get('file'));
  return table && figuresFile(table, `${name}-${table.id}`, query.get('as') === 'data' ? 'data' : 'sheet');
}
