// Keys of anonymous answers: whoever holds the link has them, the database does not. Envelopes: what it keeps until five are opened.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Answer } from '#domain/surveys/question.ts';
import { env } from '../env.ts';

/** Coarse facts of the need, ids of content files. */
export interface Facts {
  theme: string | null;
  provider: string | null;
  service: string | null;
}
/** What an envelope holds. */
export type Sealed = Pick<Answer, 'choices' | 'body' | 'may_show'> & Facts;

/** Of the mark that says that a link was answered. */
export const MARK = '';

/** What the row of an answer is called: from the token, of which the database knows another hash, so that no row leads to another. */
export const answerKey = (token: string, question: string): string =>
  createHash('sha256')
    .update(createHmac('sha256', token).update(`answer:${question}`).digest())
    .digest('hex');

const CIPHER = 'aes-256-gcm';
const [IV, TAG, STEP] = [12, 16, 256];

const envelopeKey = (): Buffer =>
  Buffer.from(hkdfSync('sha256', env().LINK_SECRET, '', 'envelopes of anonymous answers', 32));

/** Padded, so that its length tells nothing of a short answer and little of a long one. */
export function seal(content: Sealed): string {
  const text = Buffer.from(JSON.stringify(content));
  const padded = Buffer.alloc(Math.ceil(text.length / STEP) * STEP, ' ');
  text.copy(padded);
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, envelopeKey(), iv);
  return Buffer.concat([iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Undefined when it was sealed under a LINK_SECRET that is no more, or was altered. */
export function open(envelope: string): Sealed | undefined {
  const bytes = Buffer.from(envelope, 'base64');
  const decipher = createDecipheriv(CIPHER, envelopeKey(), bytes.subarray(0, IV));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV, bytes.length - TAG)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as Sealed;
  } catch {
    return undefined;
  }
}
