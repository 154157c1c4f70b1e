// keep-document: what was sent is looked at, and kept as what it is, or taken away with the reason.
import { createHash } from 'node:crypto';
import { documentName } from '#domain/documents/document-name.ts';
import { asSystem, type Caller, type Enums, type FunctionName, type Returned } from '../db.ts';
import { documentKind, type Refused } from './document-kind.ts';

export interface Sent {
  document: string;
  name: string;
  /** What it is called when nothing of its name may stay. */
  unnamed: string;
  bytes: Uint8Array;
}
export type Kept =
  | { status: 'kept' }
  | { status: Refused | Exclude<Enums['keep_document_outcome'], 'kept'>; name?: string };

/** The room that was reserved is free again; what was sent is erased. */
export const dropDocument = (
  db: Caller,
  document: string,
): Promise<Returned<FunctionName & 'workspace_remove_document'>> =>
  db.rpc('workspace_remove_document', { p_document: document });

export async function keepDocument(db: Caller, { document, name, unnamed, bytes }: Sent): Promise<Kept> {
  const kind = await documentKind(bytes);
  if (typeof kind === 'object') {
    await dropDocument(db, document);
    return { status: kind.refused };
  }
  const [row] = await asSystem().rpc('keep_document', {
    p_document: document,
    p_name: documentName(name, kind, unnamed),
    p_kind: kind,
    p_size: bytes.byteLength,
    p_sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  if (!row) throw new Error('keep_document returned no row');
  return row.outcome === 'kept' ? { status: 'kept' } : { status: row.outcome, name: row.name };
}
