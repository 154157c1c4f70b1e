// workspace-documents: the files of a company: how much room there is, a file to add, and those that are there.
import { ACCEPTED, type DocumentFormat } from '#domain/documents/formats.ts';
import { formatDate } from '#domain/i18n/dates.ts';
import { sizeText } from '#domain/i18n/sizes.ts';
import type { T } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { type Language, routes, WORKSPACE } from '#domain/routes.ts';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { Field, tied } from '../parts/field.tsx';
import { RemoveDocument } from './remove-document.tsx';

export interface ListedDocument {
  id: string;
  name: string;
  format: DocumentFormat;
  size: number;
  addedAt: Date;
  /** Null once that person is erased. */
  addedBy: string | null;
  mayRemove: boolean;
}

export interface WorkspaceDocumentsProps {
  t: T;
  lang: Language;
  did?: string | undefined;
  company: { id: string; name: string };
  documents: readonly ListedDocument[];
  /** Bytes that are used, or reserved by uploads under way. */
  used: number;
  /** What is wrong with the file, in words. */
  error?: string | undefined;
  /** The document whose removal lacks its tick. */
  unsure?: string | undefined;
}

export function WorkspaceDocuments(props: WorkspaceDocumentsProps) {
  const { t, lang, did, company, documents, used, error, unsure } = props;
  const errors = [
    ...(error ? [{ field: 'file', text: error }] : []),
    ...(unsure ? [{ field: `sure-${unsure}`, text: t('documents.error.sure') }] : []),
  ];
  return (
    <div class="stack">
      <ErrorSummary title={t('form.error-summary')} errors={errors} />
      <h1>{t('documents.title')}</h1>
      <p class="soft">{company.name}</p>
      {did && (
        <p class="notice" role="status">
          {did}
        </p>
      )}
      <p>{t('documents.lead')}</p>
      <UploadDocument {...props} />
      <section class="stack" aria-labelledby="files">
        <h2 id="files">{t('documents.list')}</h2>
        <p>{t('documents.used', { used: sizeText(used, lang), all: sizeText(LIMITS.documents.bytes, lang) })}</p>
        <meter class="documents-room" min={0} max={LIMITS.documents.bytes} value={used} aria-labelledby="files" />
        {documents.length === 0 ? (
          <p>{t('documents.none')}</p>
        ) : (
          <ul class="rows documents">
            {documents.map((document) => (
              <li key={document.id}>
                <div class="stack">
                  <p class="documents__name">
                    <a href={routes.workspaceDocument(document.id)} download>
                      <bdi>{document.name}</bdi>
                    </a>
                  </p>
                  <p class="small soft">
                    {t(document.addedBy ? 'documents.facts' : 'documents.facts.nobody', {
                      format: t(`documents.format.${document.format}`),
                      size: sizeText(document.size, lang),
                      date: formatDate(document.addedAt, lang, 'short'),
                      by: document.addedBy ?? '',
                    })}
                  </p>
                  {document.mayRemove && (
                    <RemoveDocument t={t} company={company} document={document} unsure={unsure === document.id} />
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function UploadDocument({ t, lang, company, error }: WorkspaceDocumentsProps) {
  const text = {
    name: 'file',
    label: t('documents.file'),
    hint: t('documents.file.hint', { most: sizeText(LIMITS.document.max, lang) }),
    error,
    errorPrefix: t('form.error'),
  };
  return (
    <section class="stack" aria-labelledby="upload">
      <h2 id="upload">{t('documents.upload')}</h2>
      <form
        method="post"
        action={WORKSPACE.documents}
        enctype="multipart/form-data"
        noValidate
        class="stack"
        data-upload
        data-form-most={LIMITS.formFile.max}
        data-error-prefix={t('form.error')}
        data-sending={t('documents.sending')}
        data-checking={t('documents.checking')}
        data-broke-off={t('documents.error.broke_off')}
      >
        <input type="hidden" name="company" value={company.id} />
        <Field {...text}>
          <input type="file" accept={ACCEPTED} {...tied(text)} />
        </Field>
        <noscript>
          <p class="small">{t('documents.no-script', { form: sizeText(LIMITS.formFile.max, lang) })}</p>
        </noscript>
        <button class="button" type="submit" name="act" value="upload">
          {t('documents.send')}
        </button>
        <div class="stack" data-under-way hidden>
          <p role="status" data-told />
          <progress class="documents-room" max={100} value={0} aria-label={t('documents.progress')} />
        </div>
      </form>
    </section>
  );
}
