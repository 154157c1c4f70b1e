// A document as a download. Row-level security says whose it is; another company's is not found, as one that never was.
import { DOCUMENT_FORMATS } from '#domain/documents/formats.ts';
import { readObject } from '../db.ts';
import { attachment } from '../respond.ts';
import { isId } from './company.ts';
import type { WorkspaceCall } from './door.ts';
import { notInWorkspace } from './workspace-page.tsx';

export async function giveDocument(call: WorkspaceCall): Promise<Response> {
  const { params, db, request } = call;
  if (!isId(params.document)) return notInWorkspace(call);
  // HEAD asks what there is, and sees nothing of it: no look.
  const opened = request.method !== 'HEAD';
  const [row] = await db.rpc('workspace_document', { p_document: params.document, p_taken: opened });
  if (!row) return notInWorkspace(call);
  const file = { name: row.name, type: DOCUMENT_FORMATS[row.format].type, size: row.size };
  if (!opened) return attachment(file, undefined);
  const bytes = await readObject(row.object_id);
  if (!bytes) throw new Error('a document has no bytes in storage');
  return attachment(file, bytes);
}
