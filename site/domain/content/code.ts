// A field that holds a code: which list it is on is kept as metadata, for the editor's choices and for the checks.
import * as z from 'zod';
import type { CodeListName } from '../codes/code-lists.ts';

/** Whether the list has the code is told by content-check/code-faults.ts, with the list's version, for all files at once. */
export const code = (codeList: CodeListName) => z.string().min(1).meta({ codeList });
