// What Resend refuses, with its own words, names and statuses (its API reference, "Errors", and answers seen from it).
// One thing is let through: Resend refuses recipients at example.com, which samples and tests here write to.
import * as z from 'zod';

export interface MailRefusal {
  statusCode: number;
  name: string;
  message: string;
}
export type SentLetter = z.infer<typeof letterShape>;

const addresses = z.union([z.string(), z.array(z.string())]).transform((one) => (Array.isArray(one) ? one : [one]));
const letterShape = z.object({
  from: z.string(),
  to: addresses,
  cc: addresses.optional(),
  bcc: addresses.optional(),
  reply_to: addresses.optional(),
  subject: z.string(),
  html: z.string().nullish(),
  text: z.string().nullish(),
  headers: z.record(z.string(), z.string()).optional(),
});

const ADDRESS = /^[\x21-\x7e]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
/** RFC 5322: a header line has at most 998 characters. */
const SUBJECT_MAX = 998;
const RECIPIENTS_MAX = 50;

const refusal = (statusCode: number, name: string, message: string): MailRefusal => ({ statusCode, name, message });
const invalid = (message: string) => refusal(422, 'validation_error', message);
const missing = (field: string) => refusal(422, 'missing_required_field', `Missing \`${field}\` field.`);

/** In the order in which Resend looks. */
export function checkLetter(body: unknown): SentLetter | MailRefusal {
  const given: Record<string, unknown> = body !== null && typeof body === 'object' ? { ...body } : {};
  const isEmpty = (field: string) => !given[field] || (Array.isArray(given[field]) && given[field].length === 0);
  if (isEmpty('to')) return missing('to');
  if (isEmpty('html') && isEmpty('text')) return invalid('Missing `html` or `text` field.');
  if (isEmpty('subject')) return missing('subject');
  if (isEmpty('from')) return missing('from');

  const read = letterShape.safeParse(given);
  if (!read.success) return invalid(`The \`${read.error.issues[0]?.path.join('.')}\` field has an invalid type.`);
  const letter = read.data;
  for (const field of ['from', 'to', 'cc', 'bcc', 'reply_to'] as const) {
    if ([letter[field] ?? []].flat().some((one) => !isMailbox(one))) {
      return invalid(
        `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
      );
    }
  }
  if (letter.to.length > RECIPIENTS_MAX)
    return invalid(`The \`to\` field must have at most ${RECIPIENTS_MAX} recipients.`);
  if (/[\r\n]/.test(letter.subject)) return invalid('The `\\n` is not allowed in the `subject` field.');
  if (letter.subject.length > SUBJECT_MAX)
    return invalid(`The \`subject\` field must be at most ${SUBJECT_MAX} characters.`);
  return letter;
}

/** The bare address of `email@example.com` or `Name <email@example.com>`. */
export function bareAddress(mailbox: string): string {
  return (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
}

function isMailbox(mailbox: string): boolean {
  const address = bareAddress(mailbox);
  return !/[\r\n]/.test(mailbox) && ADDRESS.test(address) && !/[<>(),;:"@].*@/.test(address) && address.length <= 254;
}

export const isRefusal = (value: object): value is MailRefusal => 'statusCode' in value;
