// Cleans what people write, the same way for every form, before it is checked and stored.

// Postgres refuses NUL, and no other control character but a line break belongs in what a person writes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

// Marks that turn round the direction of whatever text comes after them, on our pages and in letters; and those that move signs
// and digits beside them to the other side.
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]/g;

// What shows nothing: zero-width spaces, fillers, tags. Within a text they may be part of an emoji; alone they are no text.
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

// Shows nothing within a line: a name that only looks like another, or a line that says more to a program than to its reader.
// The joiners of emoji and of some scripts stay.
const UNSEEN_IN_LINE = /(?![\u200c\u200d]|[\ufe00-\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

/** Several lines: line breaks kept as \n, other control characters out, nothing around it; '' when there is nothing to see. */
export function cleanText(value: unknown): string {
  if (typeof value !== 'string') return '';
  const text = value.replace(/\r\n?/g, '\n').replace(CONTROL, ' ').replace(DIRECTION, '').toWellFormed().trim();
  return UNSEEN.test(text) ? '' : text;
}

/** One line: any white space is one space, so that a name can never break a letter's header. */
export const cleanLine = (value: unknown): string =>
  cleanText(value).replace(UNSEEN_IN_LINE, '').replace(/\s+/g, ' ').trim();

/** An address: one line, lower case, since the part before @ is in practice never case-sensitive. */
export const cleanEmail = (value: unknown): string => cleanLine(value).toLowerCase();

/** The HTML standard's own pattern of an address, with a dot demanded in the domain: https://html.spec.whatwg.org/#valid-e-mail-address */
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Whether a clean address could be one; whether it is, only a letter tells. */
export const looksLikeEmail = (email: string): boolean =>
  email.length <= 254 && EMAIL.test(email) && !email.includes('..') && !email.startsWith('.') && !email.includes('.@');
