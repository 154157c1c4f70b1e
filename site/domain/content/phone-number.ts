// A phone number in international form, so that a phone can call it from anywhere: +358 40 000 0100.
import * as z from 'zod';
import type { FaultCode } from './fault-texts.ts';

export const phoneNumber = z.string().regex(/^\+\d{1,3}( \d+)+$/, 'phone' satisfies FaultCode);
