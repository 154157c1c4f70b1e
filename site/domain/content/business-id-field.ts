// A business ID in content, as the register writes it, with its check digit right.
import * as z from 'zod';
import { businessIdFault } from '../business-id.ts';
import type { FaultCode } from './fault-texts.ts';

export const businessIdField = z
  .string()
  .refine((text) => /^\d{7}-\d$/.test(text) && !businessIdFault(text), 'business_id' satisfies FaultCode)
  .meta({ pattern: String.raw`^\d{7}-\d$` });
