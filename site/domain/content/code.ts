// A field that holds a code: which list it is on is kept as metadata, for the editor's choices and for the checks.
import * as z from 'zod';
import type { CodeListName } from '../codes/code-lists.ts';
import type { FaultCode } from './fault-texts.ts';

/** Whether the list has the code is told by content-check/code-faults.ts, with the list's version, for all files at once. */
export const code = (codeList: CodeListName) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'code_shape' satisfies FaultCode)
    .meta({ codeList });
