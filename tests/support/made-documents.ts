// Files for tests of documents: the smallest that are what they say.
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([26, 0, 0, 0]),
  Buffer.from('WEBPVP8L'),
  Buffer.alloc(18),
]);
export const HEIC = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic'),
  Buffer.alloc(4),
  Buffer.from('mif1heic'),
]);
export const TIFF = Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(32)]);
export const OLD_OFFICE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
export const WITH_PASSWORD = Buffer.concat([OLD_OFFICE, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(200)]);

/** A PDF of its own each time, of so many bytes. */
export function pdfOf(bytes: number, mark: string = crypto.randomUUID()): Buffer {
  const begin = Buffer.from(`%PDF-1.7\n%${mark}\n`);
  return Buffer.concat([begin, Buffer.alloc(Math.max(0, bytes - begin.length), ' ')]).subarray(0, bytes);
}
