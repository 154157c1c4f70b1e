// Whether a machine wrote a mail: an automatic reply, a report of mail servers, a mailing list. Such a mail is nobody's word.
import { env } from '../env.ts';
import { bareAddress, type ReceivedMail } from '../mail.ts';

/** Headers that say so, with the values that do. RFC 3834 for the first; the others are older habits of mail programs. */
const SIGNS: readonly [header: string, says: RegExp][] = [
  ['auto-submitted', /^(?!no\b)/i],
  ['precedence', /^(bulk|junk|list|auto[_-]?reply)/i],
  ['x-autoreply', /^(?!no\b)/i],
  ['x-autorespond', /./],
  // Microsoft's programs put it on what they write themselves.
  ['x-auto-response-suppress', /^(?!none\b)/i],
  ['return-path', /^<\s*>$/],
  ['list-id', /./],
  ['list-unsubscribe', /./],
  ['content-type', /^multipart\/report/i],
  ['x-failed-recipients', /./],
];

const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/;

// The last resort, for programs that set no header at all: how mail programs begin the subject in our three languages.
const SUBJECTS =
  /^\s*(automatic reply|auto(matic)?[- ]?reply|out of (the )?office|automaattinen (vastaus|poissaoloviesti|poissaoloilmoitus)|poissaoloviesti|poissa toimistolta|autosvar|automatiskt svar|frånvaromeddelande|inte på kontoret)\b/i;

export function isAutomatic({ from, subject, headers }: ReceivedMail): boolean {
  const sender = bareAddress(from);
  return (
    SIGNS.some(([header, says]) => headers(header).some((value) => says.test(value.trim()))) ||
    MACHINES.test(sender) ||
    // A letter of our own that was led back to us.
    sender === bareAddress(env().MAIL_FROM) ||
    SUBJECTS.test(subject)
  );
}
