// A moment on Helsinki's clocks in front matter, in quotes: '2027-01-14T16:30'.
import * as z from 'zod';

export const localTime = z
  .string({ error: "must be in quotes, for example '2027-01-14T16:30'" })
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "must be a day and a time, for example '2027-01-14T16:30'")
  .refine((at) => z.iso.date().safeParse(at.slice(0, 10)).success, 'there is no such day')
  .meta({ format: 'local-time' });
