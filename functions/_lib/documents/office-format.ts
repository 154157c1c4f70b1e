// What an office file is, by its zip's own directory. Nothing is unpacked but the one small part that says so, and that bounded.
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { DocumentFormat } from '#domain/documents/formats.ts';
import type { Refused } from './document-format.ts';

/** A report with hundreds of pictures has some thousands of parts. */
const MOST_PARTS = 10_000;
/** Unpacked, all of it: more is made to fill a disk. An honest file of 10 MiB stays far below. */
const MOST_UNPACKED = 500 * 1024 * 1024;
/** The part that names the kind: some tens of kilobytes in the largest of files. */
const MOST_TYPES = 1024 * 1024;

const OOXML: readonly [string, DocumentFormat][] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
];
const ODF: Readonly<Record<string, DocumentFormat>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

/** Where programs keep code: VBA and Excel 4 macros, and the script libraries of OpenDocument. */
const MACROS = /vbaproject|vbadata|\/macrosheets\/|^(?:basic|scripts)\/.*\.(?:xml|xlb|bsh|js|py)$/i;
const MACRO_TYPES = /macroenabled|vbaproject/i;

export async function officeFormat(bytes: Buffer): Promise<DocumentFormat | Refused> {
  try {
    const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
    if (zip.entryCount > MOST_PARTS) return 'bomb';
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry as Entry);
    return partsFault(entries, bytes) ?? (await formatByParts(zip, entries));
  } catch {
    // A directory that is cut short, lies about sizes, or holds names that lead out of the file.
    return 'damaged';
  }
}

/** Two programs must read the same from it: what the directory says is what stands where it says so, once. */
function partsFault(entries: readonly Entry[], bytes: Buffer): Refused | undefined {
  if (entries.some((entry) => entry.isEncrypted())) return 'encrypted';
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_UNPACKED) return 'bomb';
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
  if (names.size < entries.length) return 'damaged';
  let end = 0;
  for (const entry of entries.toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  )) {
    const start = entry.relativeOffsetOfLocalHeader;
    // Parts that share bytes are how a small file unpacks to terabytes.
    if (start < end) return 'bomb';
    const nameLength = bytes.readUInt16LE(start + 26);
    const name = bytes.subarray(start + 30, start + 30 + nameLength);
    if (bytes.readUInt32LE(start) !== 0x04034b50 || !name.equals(entry.fileNameRaw)) return 'damaged';
    end = start + 30 + nameLength + bytes.readUInt16LE(start + 28) + entry.compressedSize;
  }
  return end > bytes.length ? 'damaged' : undefined;
}

async function formatByParts(zip: ZipFile, entries: readonly Entry[]): Promise<DocumentFormat | Refused> {
  const part = (name: string) => entries.find(({ fileName }) => fileName === name);
  const [types, mimetype] = [part('[Content_Types].xml'), part('mimetype')];
  if (!types && !mimetype) return 'unknown';
  const macros = entries.some(({ fileName }) => MACROS.test(fileName));
  if (types) {
    const text = await textOf(zip, types);
    // No program writes them here: they would hide from us what a reader finds in it.
    if (/&#|<!/.test(text)) return 'damaged';
    if (macros || MACRO_TYPES.test(text)) return 'macros';
    return OOXML.find(([type]) => text.includes(`"${type}"`))?.[1] ?? 'unknown';
  }
  const kind = ODF[(await textOf(zip, mimetype as Entry)).trim()] ?? 'unknown';
  if (kind === 'unknown') return kind;
  if (macros) return 'macros';
  const manifest = part('META-INF/manifest.xml');
  return manifest && (await textOf(zip, manifest)).includes('encryption-data') ? 'encrypted' : kind;
}

/** Throws when it is larger than it may be, or than it says. */
async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MOST_TYPES) throw new Error('too large a part');
  const parts: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) parts.push(chunk as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
