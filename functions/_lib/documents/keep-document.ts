// keep-document: what was sent is looked at, and kept as what it is, or given up with the reason.
import { createHash } from 'node:crypto';
import { documentName } from '#domain/documents/document-name.ts';
import { asSystem, type Enums } from '../db.ts';
import { documentFormat, type Refused } from './document-format.ts';

export interface Sent {
  object: string;
  name: string;
  /** What it is called when nothing of its name may stay. */
  unnamed: string;
  /** How many bytes there is room for. */
  announced: number;
  bytes: Uint8Array;
}
export type Kept = Enums['keep_document_outcome'] | Refused | 'wrong_size';

/** The room that was taken is free again; what was sent is erased. */
export const dropDocument = (object: string): Promise<undefined> =>
  asSystem().rpc('drop_document', { p_object: object });

export async function keepDocument({ object, name, unnamed, announced, bytes }: Sent): Promise<Kept> {
  const format = bytes.byteLength === announced ? await documentFormat(bytes) : { refused: 'wrong_size' as const };
  if (typeof format === 'object') {
    await dropDocument(object);
    return format.refused;
  }
  return asSystem().rpc('keep_document', {
    p_object: object,
    p_name: documentName(name, format, unnamed),
    p_format: format,
    p_size: bytes.byteLength,
    p_sha256: createHash('sha256').update(bytes).digest('hex'),
  });
}
