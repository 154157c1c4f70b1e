// workspace-documents: the company's files as a page, with what went wrong at the field where it did.

import type { DocumentFormat } from '#domain/documents/formats.ts';
import { sizeText } from '#domain/i18n/sizes.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { WorkspaceDocuments } from '#forms/workspace/documents.tsx';
import { type Enums, uploadOrigin } from '../db.ts';
import type { Kept } from '../documents/keep-document.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName } from './company.ts';
import { didWords } from './did.ts';
import type { WorkspaceCall } from './door.ts';
import { workspacePage } from './workspace-page.tsx';

/** A file with its form around it: names of fields, boundaries, ids. */
export const UPLOAD_BODY = LIMITS.formFile.max + LIMITS.body;

export type DocumentFault =
  | Exclude<Kept, 'kept'>
  | Exclude<Enums['begin_document_outcome'], 'begun'>
  | 'missing'
  | 'too_large_form'
  | 'not_sent';

interface DocumentRow {
  id: string;
  name: string;
  format: DocumentFormat;
  size: number;
  added_at: string;
  /** Null once that person is erased. */
  added_by: string | null;
}

export const faultWords = (code: DocumentFault, lang: Language): string =>
  createT(lang)(`documents.error.${code}` as StringKey, {
    most: sizeText(LIMITS.document.max, lang),
    form: sizeText(LIMITS.formFile.max, lang),
    all: sizeText(LIMITS.documents.bytes, lang),
    count: LIMITS.documents.count,
  });

interface Wrong {
  company: string | null;
  fault?: DocumentFault;
  /** A document whose removal lacks its tick. */
  unsure?: string;
}

export async function showDocuments(call: WorkspaceCall, wrong?: Wrong): Promise<Response> {
  const { request, lang, person, db } = call;
  const [page] = await db.rpc('workspace_documents', { p_company: wrong?.company ?? chosenCompany(request) });
  const company = page?.company as CompanyCalled | null | undefined;
  if (!page || !company) return seeOther(WORKSPACE.home);
  const t = createT(lang);
  const main = (
    <WorkspaceDocuments
      t={t}
      lang={lang}
      did={wrong ? undefined : didWords(call)}
      company={{ id: company.id, name: companyName(company, lang) }}
      documents={(page.documents as unknown as DocumentRow[]).map(({ added_at, added_by, ...row }) => ({
        ...row,
        addedAt: new Date(added_at),
        addedBy: added_by,
        mayRemove: page.role === 'owner' || added_by === person.email,
      }))}
      used={page.used}
      error={wrong?.fault && faultWords(wrong.fault, lang)}
      unsure={wrong?.unsure}
    />
  );
  const title = t('documents.title');
  const status = wrong ? (wrong.fault === 'too_large_form' ? 413 : 422) : 200;
  return workspacePage(call, { title, main, hasError: Boolean(wrong), status, sendsTo: uploadOrigin() });
}

/** The body was not read to its end, so nothing of the form is known. */
export const showTooLarge = (call: WorkspaceCall): Promise<Response> =>
  showDocuments(call, { company: null, fault: 'too_large_form' });
