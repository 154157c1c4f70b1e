// A field that holds a code: which list it is on is kept as metadata, for the editor's choices and for the checks.
import * as z from 'zod';
import type { CodeListName } from '../codes/code-lists.ts';

/** Whether the list has the code is told by site/catalogue/code-faults.ts, with the list's version, for all files at once. */
export const code = (codeList: CodeListName) =>
  z
    .string({ error: "a code must be in quotes when it is a number, for example '996'" })
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'must be a code of its list')
    .meta({ codeList });
