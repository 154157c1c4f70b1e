// workspace-documents: the company's files as a page, with what went wrong at the field where it did.

import { fileSize } from '#domain/documents/file-size.ts';
import type { DocumentKind } from '#domain/documents/kinds.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { LIMITS } from '#domain/limits.ts';
import { type Language, WORKSPACE } from '#domain/routes.ts';
import { WorkspaceDocuments } from '#forms/workspace/documents.tsx';
import { uploadOrigin } from '../db.ts';
import type { Refused } from '../documents/document-kind.ts';
import { seeOther } from '../respond.ts';
import { type CompanyCalled, chosenCompany, companyName } from './company.ts';
import { didWords } from './did.ts';
import type { WorkspaceCall } from './door.ts';
import { pageOf } from './page-of.ts';
import { workspacePage } from './workspace-page.tsx';

/** A file with its form around it: names of fields, boundaries, ids. */
export const UPLOAD_BODY = LIMITS.formFile.max + LIMITS.body;

const PER_PAGE = 50;

export interface DocumentFault {
  code:
    | Refused
    | 'missing'
    | 'too_large'
    | 'too_large_form'
    | 'over_quota'
    | 'too_many'
    | 'no_need'
    | 'same'
    | 'wrong_size'
    | 'not_sent'
    | 'gone';
  /** Of the document that is the same. */
  name?: string | undefined;
}

interface DocumentRow {
  id: string;
  name: string;
  kind: DocumentKind;
  size: number;
  kept_at: string;
  uploaded_by: string;
  uploaded_by_name: string | null;
  reference: string | null;
}

export const faultWords = ({ code, name = '' }: DocumentFault, lang: Language): string => {
  const t = createT(lang);
  const size = (bytes: number) => fileSize(bytes, t);
  return t(`documents.error.${code}` as StringKey, {
    name,
    most: size(LIMITS.document.max),
    form: size(LIMITS.formFile.max),
    all: size(LIMITS.documents.bytes),
    count: LIMITS.documents.count,
  });
};

interface Wrong {
  company: string | null;
  fault?: DocumentFault;
  /** A document whose removal lacks its tick. */
  unsure?: string;
}

export async function showDocuments(call: WorkspaceCall, wrong?: Wrong): Promise<Response> {
  const { request, url, lang, db } = call;
  const at = pageOf(url);
  const wanted = wrong?.company ?? chosenCompany(request);
  const [page] = await db.rpc('workspace_documents', { p_company: wanted, p_page: at });
  const company = page?.company as CompanyCalled | null | undefined;
  if (!page || !company) return seeOther(WORKSPACE.home);
  const t = createT(lang);
  const rows = page.documents as unknown as DocumentRow[];
  const main = (
    <WorkspaceDocuments
      t={t}
      lang={lang}
      did={wrong ? undefined : didWords(call)}
      company={{ id: company.id, name: companyName(company, lang) }}
      documents={rows.slice(0, PER_PAGE).map((row) => ({
        id: row.id,
        name: row.name,
        kind: row.kind,
        size: row.size,
        keptAt: new Date(row.kept_at),
        by: row.uploaded_by_name ?? row.uploaded_by,
        reference: row.reference,
      }))}
      needs={page.needs as unknown as { reference: string; description: string }[]}
      used={page.used}
      page={at}
      hasMore={rows.length > PER_PAGE}
      error={wrong?.fault && faultWords(wrong.fault, lang)}
      unsure={wrong?.unsure}
    />
  );
  const title = t('documents.title');
  const status = wrong ? (wrong.fault?.code === 'too_large_form' ? 413 : 422) : 200;
  return workspacePage(call, { title, main, hasError: Boolean(wrong), status, sendsTo: uploadOrigin() });
}

/** The body was not read to its end, so nothing of the form is known. */
export const showTooLarge = (call: WorkspaceCall): Promise<Response> =>
  showDocuments(call, { company: null, fault: { code: 'too_large_form' } });
