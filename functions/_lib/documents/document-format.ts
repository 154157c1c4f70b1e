// What a file is, by its content alone: one of the kinds that are kept here, or why it is not.
import { fileTypeFromBuffer } from 'file-type';
import type { DocumentFormat } from '#domain/documents/formats.ts';
import { officeFormat } from './office-format.ts';

/** Why a file is not kept; each has words of its own for the person. */
export type Refused = 'empty' | 'unknown' | 'macros' | 'encrypted' | 'old_office' | 'bomb' | 'damaged';

const IMAGES: Readonly<Record<string, DocumentFormat>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
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
export async function documentFormat(content: Uint8Array): Promise<DocumentFormat | { refused: Refused }> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length === 0) return { refused: 'empty' };
  const begins = (mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
  if (begins(PDF)) return 'pdf';
  if (begins(COMPOUND)) return { refused: bytes.includes(PASSWORD) ? 'encrypted' : 'old_office' };
  if (begins(ZIP)) {
    const format = await officeFormat(bytes);
    return isRefused(format) ? { refused: format } : format;
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
const isRefused = (format: DocumentFormat | Refused): format is Refused =>
  (REFUSED as readonly string[]).includes(format);
