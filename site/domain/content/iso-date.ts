// A calendar day in front matter, as 2026-11-02: YAML reads it as a date unless it is quoted, so both come out as text.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';

export const isoDate = z
  .union([z.date(), z.string()], { error: 'date' satisfies FaultCode })
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)))
  .pipe(z.iso.date({ error: 'date' satisfies FaultCode }));
