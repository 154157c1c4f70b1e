// Sample content must never carry an address that could be somebody's: it ends in .example, which nobody can own.
import type { z } from 'zod';
import type { FaultCode } from './fault-texts.ts';

type WithContact = { sample: boolean; contactEmail: string };

export function emailOfSample(ctx: z.core.ParsePayload<WithContact>): void {
  const { sample, contactEmail } = ctx.value;
  if (!sample || contactEmail.endsWith('.example')) return;
  ctx.issues.push({
    code: 'custom',
    input: contactEmail,
    path: ['contactEmail'],
    message: 'sample_email' satisfies FaultCode,
  });
}
