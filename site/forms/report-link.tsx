// see-report: what stands around a pack behind its link: its languages, how to print it, and that a newer version has come.
import type { T } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';

/** Each language calls itself so. */
const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

export function ReportLink(props: {
  t: T;
  lang: Language;
  path: string;
  /** The pack as it was sent, made by ourselves and kept. */
  page: string;
  /** The number of a version that came after this one. */
  newer: number | undefined;
  /** The pack's tables, each a file for a spreadsheet and for programs. */
  tables: readonly { id: string; title: string }[];
}) {
  const { t, lang, path, page, newer, tables } = props;
  return (
    <div class="stack">
      <nav aria-label={t('pack.languages')}>
        <ul class="themes">
          {LANGUAGES.map((one) => (
            <li key={one}>
              <a
                href={`${path}?lang=${one}`}
                lang={one}
                hreflang={one}
                aria-current={one === lang ? 'page' : undefined}
              >
                {NAMES[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {newer && <p class="notice">{t('pack.newer', { version: newer })}</p>}
      <p class="small soft pack__print">{t('pack.print')}</p>
      <div dangerouslySetInnerHTML={{ __html: page }} />
      {tables.length > 0 && (
        <section class="stack pack__files" aria-labelledby="report-files">
          <h2 id="report-files">{t('report-files.title')}</h2>
          <ul>
            {tables.map(({ id, title }) => (
              <li key={id}>
                <a href={`${path}?lang=${lang}&file=${id}`}>{t('desk-figures.csv', { title })}</a>
                {', '}
                <a href={`${path}?lang=${lang}&file=${id}&as=data`}>
                  {t('report-files.data')} <span class="visually-hidden">{title}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
