// A field that names another item by its id: which folder the item lies in is kept as metadata, for the editor's choices.
import * as z from 'zod';

/** Folders to whose items other items refer. */
export type Referred = 'services' | 'providers' | 'promises';

/** Whether there is such a file is told by site/catalogue/reference-faults.ts, for all files at once. */
export const reference = (folder: Referred) =>
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be the id of a file, without its language and .md')
    .meta({ reference: folder });
