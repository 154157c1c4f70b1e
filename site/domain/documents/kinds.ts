// The kinds of file that a company may keep here: what each is to a browser, and how its name ends.
export const DOCUMENT_KINDS = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  png: { type: 'image/png', endings: ['png'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  tiff: { type: 'image/tiff', endings: ['tif', 'tiff'] },
} as const satisfies Record<string, { type: string; endings: readonly [string, ...string[]] }>;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** For the file dialogue alone: what a file is, its content says. */
export const ACCEPTED = Object.values(DOCUMENT_KINDS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');
