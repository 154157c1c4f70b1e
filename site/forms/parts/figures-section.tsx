// One set of figures on a page: its heading, what it says, the picture with the table beside it, and both as files.
import type { Figures } from '#domain/figures.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { Picture } from '../picture/picture.tsx';
import { FigureTable } from './figure-table.tsx';

/** As many columns as have room beside a picture. */
const BESIDE = 4;

export function FiguresSection(props: {
  t: T;
  lang: Language;
  /** Unique on the page. */
  id: string;
  level: 2 | 3;
  figures: Figures;
  /** Where its table lies as a file for a spreadsheet, and for programs. */
  files?: { sheet: string; data?: string } | undefined;
}) {
  const { t, lang, id, level, figures, files } = props;
  const { title, finding, notes, columns, rows, empty, picture } = figures;
  const Heading = level === 2 ? 'h2' : 'h3';
  const table = <FigureTable lang={lang} labelledby={id} columns={columns} rows={rows} />;
  return (
    <section class="stack figures-section" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <>
          {finding && <p class="finding">{finding}</p>}
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {picture ? (
            <figure
              class={columns.length > BESIDE ? 'picture-and-table picture-and-table--wide' : 'picture-and-table'}
              aria-labelledby={id}
            >
              <Picture id={`${id}-picture`} lang={lang} named={picture} />
              {table}
            </figure>
          ) : (
            table
          )}
          {files && (
            <p class="small figures-section__files">
              <a href={files.sheet}>{t('desk-figures.csv', { title })}</a>
              {files.data && <a href={files.data}>{t('figures.data-file', { title })}</a>}
            </p>
          )}
        </>
      )}
    </section>
  );
}
