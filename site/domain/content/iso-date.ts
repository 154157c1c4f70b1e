// A calendar day in front matter, as 2026-11-02: YAML reads it as a date unless it is quoted, so both come out as text.
import * as z from 'zod';

export const isoDate = z
  .union([z.date(), z.string()], { error: 'must be a date, written as 2026-11-02' })
  .transform((value) => (typeof value === 'string' ? value : value.toISOString().slice(0, 10)))
  .pipe(z.iso.date({ error: 'must be a date, written as 2026-11-02' }));
