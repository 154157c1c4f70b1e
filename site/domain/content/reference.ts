// A field that holds the id of another file: of which folder is kept as metadata, for the editor's choices and for the checks.
import * as z from 'zod';

/** Folders whose files others name. */
export const REFERRED = ['services', 'providers', 'promises', 'surveys'] as const;
export type Referred = (typeof REFERRED)[number];

/** The file's name without its language and .md. Whether there is such a file is told by content-check/reference-faults.ts. */
export const reference = (folder: Referred) => z.string().min(1).meta({ reference: folder });
