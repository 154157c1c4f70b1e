// Zip files for tests, honest ones and those that lie: each part says what stands where, in its own header and in the directory.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  content: string | Buffer;
  /** What the directory says instead. */
  listedAs?: string;
  listedSize?: number;
  listedOffset?: number;
  listedCompressed?: number;
  isEncrypted?: boolean;
}

export function madeZip(parts: readonly Part[], { entries = parts.length, before = '' } = {}): Buffer {
  const files: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  let offset = before.length;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(part.name);
    const flags = part.isEncrypted ? 1 : 0;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(flags, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(crc32(content), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    files.push(header, name, packed);
    const listed = Buffer.from(part.listedAs ?? part.name);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(part.listedCompressed ?? packed.length, 20);
    entry.writeUInt32LE(part.listedSize ?? content.length, 24);
    entry.writeUInt16LE(listed.length, 28);
    entry.writeUInt32LE(part.listedOffset ?? offset, 42);
    directory.push(entry, listed);
    offset += header.length + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
};

/** The parts of an Office file; further ones, and what is said otherwise, are given. */
export const officeParts = (kind: keyof typeof TYPES, more: readonly Part[] = []): Part[] => [
  {
    name: '[Content_Types].xml',
    content: `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${TYPES[kind]}"/></Types>`,
  },
  { name: 'word/document.xml', content: '<w:document>Tarjous</w:document>' },
  ...more,
];

export const openDocumentParts = (
  kind: 'text' | 'spreadsheet' | 'presentation',
  more: readonly Part[] = [],
): Part[] => [
  { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
  { name: 'content.xml', content: '<office:document-content/>' },
  ...more,
];
