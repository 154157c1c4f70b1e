// The receipt's address holds all that it shows, signed: it needs no database and tells nothing that its holder did not send.
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { LANGUAGES } from '#domain/routes.ts';
import { env } from './env.ts';

const receiptSchema = z.object({
  reference: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  dueAt: z.iso.datetime({ offset: true }),
  statusPath: z.string().startsWith('/l/'),
  lang: z.enum(LANGUAGES),
});
export type ReceiptFacts = z.infer<typeof receiptSchema>;

const seal = (payload: string): Buffer => createHmac('sha256', env().LINK_SECRET).update(`receipt:${payload}`).digest();

export function sealReceipt(facts: ReceiptFacts): string {
  const payload = Buffer.from(JSON.stringify(facts)).toString('base64url');
  return `${payload}.${seal(payload).toString('base64url')}`;
}

/** The facts of a receipt; undefined when it was altered or never ours. */
export function openReceipt(sealed: string): ReceiptFacts | undefined {
  const [payload = ''] = sealed.split('.');
  const given = Buffer.from(sealed);
  // Compared as it is written and not as it decodes: base64url has several ways of writing the same bytes.
  const wanted = Buffer.from(`${payload}.${seal(payload).toString('base64url')}`);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  // Ours, but perhaps of an earlier version that knew other facts.
  return receiptSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
}
