// What a file is, by its content: what is kept, and every way of being something else than it seems.
import { describe, expect, it } from 'vitest';
import { documentFormat } from '#lib/documents/document-format.ts';
import { HEIC, JPEG, OLD_OFFICE, PDF, PNG, TIFF, WEBP, WITH_PASSWORD } from '../support/made-documents.ts';
import { madeZip, officeParts, openDocumentParts, type Part } from '../support/made-zip.ts';

it.each([
  ['pdf', PDF],
  ['png', PNG],
  ['jpg', JPEG],
  ['webp', WEBP],
  ['heic', HEIC],
  ['tiff', TIFF],
  ['docx', madeZip(officeParts('docx'))],
  ['xlsx', madeZip(officeParts('xlsx'))],
  ['pptx', madeZip(officeParts('pptx'))],
  ['odt', madeZip(openDocumentParts('text'))],
  ['ods', madeZip(openDocumentParts('spreadsheet'))],
  ['odp', madeZip(openDocumentParts('presentation'))],
] as const)('%s is known', async (kind, bytes) => {
  expect(await documentFormat(bytes)).toBe(kind);
});

const html = '<!doctype html><script>alert(1)</script>';
it.each([
  ['nothing at all', 'empty', ''],
  ['a page', 'unknown', html],
  ['a page that holds a PDF', 'unknown', `${html}%PDF-1.7`],
  ['a PDF after a line', 'unknown', `\n${PDF}`],
  [
    'a picture with a script in it',
    'unknown',
    `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
  ],
  ['text', 'unknown', 'Hei'],
  ['a program', 'unknown', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['a picture cut short', 'unknown', PNG.subarray(0, 4)],
  ['an old office file', 'old_office', OLD_OFFICE],
  ['an office file with a password', 'encrypted', WITH_PASSWORD],
  ['a zip of anything', 'unknown', madeZip([{ name: 'a.exe', content: 'MZ' }])],
  ['an empty zip', 'unknown', madeZip([])],
  ['a zip after a page', 'unknown', madeZip(officeParts('docx'), { before: html })],
])('%s is not kept: %s', async (_what, refused, content) => {
  expect(await documentFormat(Buffer.from(content as string))).toEqual({ refused });
});

const more = (...parts: Part[]) => madeZip(officeParts('docx', parts));
const DOCX = '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"';
const ZEROS = Buffer.alloc(1024 * 1024);

describe('an office file', () => {
  it.each([
    ['of the kind with macros', 'macros', madeZip(officeParts('docm'))],
    ['that says it has none, with macros inside', 'macros', more({ name: 'word/vbaProject.bin', content: 'x' })],
    ['with an old macro sheet', 'macros', more({ name: 'xl/macrosheets/sheet1.xml', content: 'x' })],
    [
      'of OpenDocument with a script',
      'macros',
      madeZip(openDocumentParts('text', [{ name: 'Basic/Standard/Module1.xml', content: 'x' }])),
    ],
    [
      'of OpenDocument with a password',
      'encrypted',
      madeZip(openDocumentParts('text', [{ name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }])),
    ],
    ['with an encrypted part', 'encrypted', more({ name: 'word/a.xml', content: 'x', isEncrypted: true })],
    ['that unpacks to gigabytes', 'bomb', more({ name: 'word/a.xml', content: 'x', listedSize: 0xfffffff0 })],
    [
      'of many parts that unpack to gigabytes together',
      'bomb',
      more(
        ...Array.from(
          { length: 600 },
          (_, n): Part => ({ name: `word/${n}.xml`, content: 'x', listedSize: ZEROS.length }),
        ),
      ),
    ],
    [
      'whose parts share their bytes',
      'bomb',
      more({ name: 'word/document2.xml', content: 'x', listedOffset: 0, listedAs: '[Content_Types].xml ' }),
    ],
    ['whose directory counts parts that are not there', 'damaged', madeZip(officeParts('docx'), { entries: 5 })],
    [
      'whose directory names a part otherwise',
      'damaged',
      more({ name: 'word/vbaProject.bin', listedAs: 'word/harmless.bin', content: 'x' }),
    ],
    ['with a part twice', 'damaged', more({ name: 'word/document.xml', content: 'x' })],
    ['with a part twice but for capitals', 'damaged', more({ name: 'word/DOCUMENT.xml', content: 'x' })],
    ['with a part outside of itself', 'damaged', more({ name: '../../etc/passwd', content: 'x' })],
    ['with a part at the root of the disk', 'damaged', more({ name: '/etc/passwd', content: 'x' })],
    ['whose part lies beyond its end', 'damaged', more({ name: 'word/a.xml', content: 'x', listedOffset: 1_000_000 })],
    [
      'whose part is longer than the file',
      'damaged',
      more({ name: 'word/a.xml', content: 'x', listedCompressed: 1_000_000 }),
    ],
    ['cut off in the middle', 'damaged', madeZip(officeParts('docx')).subarray(0, 200)],
    [
      'whose list of types is written so that a reader finds another kind in it',
      'damaged',
      madeZip([
        {
          name: '[Content_Types].xml',
          content: `<!-- ${DOCX} --><Override ContentType="application/x.macro&#69;nabled"/>`,
        },
      ]),
    ],
    [
      'whose list of types is larger than any is',
      'damaged',
      madeZip([{ name: '[Content_Types].xml', content: Buffer.concat([ZEROS, ZEROS]) }]),
    ],
    [
      'whose list of types says that it is small, and unpacks to more',
      'damaged',
      madeZip([{ name: '[Content_Types].xml', content: Buffer.concat([ZEROS, ZEROS]), listedSize: 500 }]),
    ],
  ])('%s is not kept: %s', async (_what, refused, bytes) => {
    expect(await documentFormat(bytes)).toEqual({ refused });
  });

  it('of thousands of honest parts is kept', async () => {
    const pictures = Array.from({ length: 3000 }, (_, n): Part => ({ name: `word/media/${n}.png`, content: PNG }));
    expect(await documentFormat(more(...pictures))).toBe('docx');
  });
});
