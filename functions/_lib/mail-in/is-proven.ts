// Whether a mail may be from whom it claims to be, by what the receiving mail server found.
import type { ReceivedMail } from '../mail.ts';

/** The mail server behind Resend. What other servers, or the sender, wrote into the same header says nothing. */
const OURS = /^amazonses\.com\s*;/i;
// Comments and quoted words may hold what the sender wrote.
const OTHERS_WORDS = /\([^()]*\)|"(?:[^"\\]|\\.)*"/g;

/**
 * False when the server found that the sender's domain disowns the mail (DMARC fails). A domain without any such policy says
 * nothing, and neither does this: whoever writes to a reply address has had the letter, which is what its links ask as well.
 */
export function isProven({ headers }: ReceivedMail): boolean {
  return !headers('authentication-results')
    .filter((value) => OURS.test(value.trim()))
    .some((value) => /\bdmarc\s*=\s*fail\b/i.test(withoutOthersWords(value)));
}

function withoutOthersWords(value: string): string {
  const shorter = value.replace(OTHERS_WORDS, ' ');
  return shorter === value ? value : withoutOthersWords(shorter);
}
