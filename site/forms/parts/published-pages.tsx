// Pages of a provider and its services in short, as they are published: what its contact confirms.
import { formatDate } from '#domain/i18n/dates.ts';
import type { T } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';

export interface PublishedPage {
  /** What the page is called in a form. */
  value: string;
  name: string;
  path: string;
  summary: string;
  facts: readonly { label: string; text: string }[];
  /** The day on which a service was last checked. */
  checked: string | null;
}

export function PublishedPages(props: {
  t: T;
  lang: Language;
  pages: readonly PublishedPage[];
  /** Where to say that something is wrong. */
  reportPath: string | undefined;
}) {
  const { t, lang, pages, reportPath } = props;
  return (
    <>
      {pages.map(({ value, name, path, summary, facts, checked }) => (
        <section class="stack" key={value}>
          <h3>{name}</h3>
          <p>{summary}</p>
          <dl class="facts">
            {facts.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
            {checked && (
              <div>
                <dt>{t('published.checked')}</dt>
                <dd>{formatDate(checked, lang, 'short')}</dd>
              </div>
            )}
          </dl>
          <p>
            <a href={path}>{t('published.open', { name })}</a>
          </p>
          {reportPath && (
            <p>
              <a href={`${reportPath}?page=${encodeURIComponent(value)}`}>{t('published.report', { name })}</a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}
