// What a file is, by its content alone: one of the kinds that are kept here, or why it is not.
import { fileTypeFromBuffer } from 'file-type';
import type { DocumentKind } from '#domain/documents/kinds.ts';
import { officeKind } from './office-kind.ts';

/** Why a file is not kept; each has words of its own for the person. */
export type Refused = 'empty' | 'unknown' | 'macros' | 'encrypted' | 'old_office' | 'bomb' | 'damaged';

const IMAGES: Readonly<Record<string, DocumentKind>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/tiff': 'tiff',
};
const PDF = Buffer.from('%PDF-');
const ZIP = Buffer.from('PK\u0003\u0004');
/** The container of Word, Excel and PowerPoint until 2003, and of any newer file with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PASSWORD = Buffer.from('EncryptedPackage', 'utf16le');

/** A file is what its first byte on says: readers that look for a beginning further in are given nothing. */
export async function documentKind(content: Uint8Array): Promise<DocumentKind | { refused: Refused }> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) return { refused: 'empty' };
  const begins = (mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
  if (begins(PDF)) return 'pdf';
  if (begins(COMPOUND)) return { refused: bytes.includes(PASSWORD) ? 'encrypted' : 'old_office' };
  if (begins(ZIP)) {
    const kind = await officeKind(bytes);
    return isRefused(kind) ? { refused: kind } : kind;
  }
  // It throws where a file ends in the middle of what it announced.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return IMAGES[found?.mime ?? ''] ?? { refused: 'unknown' };
}

const REFUSED = [
  'empty',
  'unknown',
  'macros',
  'encrypted',
  'old_office',
  'bomb',
  'damaged',
] as const satisfies Refused[];
const isRefused = (kind: DocumentKind | Refused): kind is Refused => (REFUSED as readonly string[]).includes(kind);
