// workspace-take-out: the zip itself: data as JSON and as a page to read, and the documents; those beyond a first part in zips of their own.
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { withoutNobodys } from '#domain/nobody.ts';
import { type Caller, readObject } from '../db.ts';
import { drainQuietly } from '../drain-outbox.ts';
import { documentParts } from '../my-data/document-parts.ts';
import { readablePage } from '../my-data/readable-page.tsx';
import { type Row, type TakenOut, text } from '../my-data/rows.ts';
import { zipFile } from '../respond.ts';
import { safeName, type ZipFile, zipStream } from '../zip-stream.ts';
import { isId } from './company.ts';
import type { WorkspacePost } from './door.ts';
import { notInWorkspace } from './workspace-page.tsx';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function takeOut(call: WorkspacePost): Promise<Response> {
  const { fields, db, lang, waitUntil } = call;
  const company = isId(fields.company) ? fields.company : null;
  const [row] = (await db.rpc('workspace_take_out', { p_company: company })) as unknown as TakenOut[];
  if (!row) return notInWorkspace(call);
  // Who was an owner when the page was shown, and is none any more, gets what is hers.
  waitUntil(drainQuietly());
  const { scope, company: called, company_data, person_data, taken_at } = row;
  const json = { format: 'tarjotin-data', version: 1, taken_at, scope, company: called, company_data, person_data };
  const parts = documentParts(company_data?.documents ?? []);
  const part = Number(fields.part ?? 1);
  const documents = parts[part - 1];
  if (!documents) return notInWorkspace(call);
  const files = async function* (): AsyncGenerator<ZipFile> {
    if (part === 1) {
      yield { name: 'data.json', bytes: utf8(JSON.stringify(json, null, 2)) };
      yield { name: 'index.html', bytes: utf8(withoutNobodys(readablePage(row, lang), lang)) };
    }
    yield* documentFiles(documents, db);
  };
  const name = `tarjotin-${helsinkiDate(new Date(taken_at))}${part === 1 ? '' : `-${part}`}.zip`;
  return zipFile(zipStream(files()), name);
}

/** As the person, so that row-level security says of each whose it is; what is gone meanwhile is left out. */
async function* documentFiles(documents: readonly Row[], db: Caller): AsyncGenerator<ZipFile> {
  for (const document of documents) {
    const [row] = await db.rpc('workspace_document', { p_document: text(document, 'id'), p_taken: true });
    const bytes = row && (await readObject(row.object_id));
    // The beginning of its id keeps two of one name apart.
    if (bytes)
      yield { name: `documents/${text(document, 'id').slice(0, 8)}-${safeName(row.name)}`, bytes, packed: true };
  }
}
