// The documents that a consent shows, each a download.
import type { DocumentFormat } from '#domain/documents/formats.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import { sizeText } from '#domain/i18n/sizes.ts';
import type { T } from '#domain/i18n/t.ts';
import { type Language, routes } from '#domain/routes.ts';

export interface SeenDocument {
  id: string;
  name: string;
  format: DocumentFormat;
  size: number;
  addedAt: Date;
}

export function SharedDocuments(props: { t: T; lang: Language; documents: readonly SeenDocument[] }) {
  const { t, lang, documents } = props;
  return (
    <section class="stack" aria-labelledby="seen-documents">
      <h2 id="seen-documents">{t('documents.list')}</h2>
      {documents.length === 0 ? (
        <p class="soft">{t('shared.no-documents')}</p>
      ) : (
        <ul class="rows documents">
          {documents.map(({ id, name, format, size, addedAt }) => (
            <li key={id}>
              <div class="stack">
                <p class="documents__name">
                  <a href={routes.workspaceDocument(id)} download>
                    <bdi>{name}</bdi>
                  </a>
                </p>
                <p class="small soft">
                  {t('documents.facts.nobody', {
                    format: t(`documents.format.${format}`),
                    size: sizeText(size, lang),
                    date: formatDate(addedAt, lang, 'short'),
                  })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
