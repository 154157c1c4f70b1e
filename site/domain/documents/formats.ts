// The kinds of file that a company may keep here: what each is to a browser, and how names of it end, its own ending first.
export const DOCUMENT_FORMATS = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  odp: { type: 'application/vnd.oasis.opendocument.presentation', endings: ['odp'] },
  png: { type: 'image/png', endings: ['png'] },
  jpg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  gif: { type: 'image/gif', endings: ['gif'] },
  tiff: { type: 'image/tiff', endings: ['tiff', 'tif'] },
} as const satisfies Record<string, { type: string; endings: readonly [string, ...string[]] }>;
export type DocumentFormat = keyof typeof DOCUMENT_FORMATS;

/** For the file dialogue alone: what a file is, its content says. */
export const ACCEPTED = Object.values(DOCUMENT_FORMATS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');
