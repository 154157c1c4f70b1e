// A moment on Helsinki's clocks in front matter, in quotes: '2027-01-14T16:30'.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';

export const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'local_time' satisfies FaultCode)
  .refine((at) => z.iso.date().safeParse(at.slice(0, 10)).success, 'no_such_day' satisfies FaultCode)
  .meta({ format: 'local-time' });
