// The readable page of data taken out: one file without anything outside it, to be read, printed and kept.
import type { Language } from '#domain/routes.ts';
import { STYLE } from './readable-style.ts';

export interface DataTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}
export interface DataMessage {
  /** Who, what kind, when. */
  head: string;
  body: string;
}
export interface DataEntry {
  title: string;
  facts: readonly (readonly [label: string, value: string])[];
  messages: readonly DataMessage[];
  tables: readonly DataTable[];
}
export interface DataSection {
  id: string;
  title: string;
  /** Said where there is nothing else. */
  empty: string;
  tables: readonly DataTable[];
  entries: readonly DataEntry[];
}
export interface ReadableDataProps {
  lang: Language;
  title: string;
  intro: readonly string[];
  contents: string;
  sections: readonly DataSection[];
}

export function ReadableData({ lang, title, intro, contents, sections }: ReadableDataProps) {
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* Our own text, with nothing in it that anybody wrote. */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {intro.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <nav aria-label={contents}>
            <ul>
              {sections.map((section) => (
                <li key={section.id}>
                  <a href={`#${section.id}`}>{section.title}</a>
                </li>
              ))}
            </ul>
          </nav>
          {sections.map((section) => (
            <Section {...section} key={section.id} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Section({ id, title, empty, tables, entries }: DataSection) {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {filled.length + entries.length === 0 && <p>{empty}</p>}
      {filled.map((table) => (
        // What has the section's own name needs no second one to be seen.
        <Table {...table} isNamed={table.title === title} key={table.title} />
      ))}
      {entries.map((entry) => (
        <Entry {...entry} key={entry.title} />
      ))}
    </section>
  );
}

function Entry({ title, facts, messages, tables }: DataEntry) {
  return (
    <article>
      <h3>{title}</h3>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {messages.map(({ head, body }) => (
        <blockquote key={head + body}>
          <p class="by">{head}</p>
          <p class="text">{body}</p>
        </blockquote>
      ))}
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <Table {...table} key={table.title} />
        ))}
    </article>
  );
}

function Table({ title, head, rows, isNamed = false }: DataTable & { isNamed?: boolean }) {
  return (
    <table>
      <caption class={isNamed ? 'named' : undefined}>{title}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, place) => (
          <tr key={place}>
            {cells.map((cell, column) => (
              <td data-label={head[column]} key={column}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
