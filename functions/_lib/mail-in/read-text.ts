// What a person wrote in a mail: its plain text, or its HTML as text, without the quoted letter and without the signature.
import { runInNewContext } from 'node:vm';
import EmailReplyParser from 'email-reply-parser';
import { convert } from 'html-to-text';
import { cleanText } from '#domain/forms/text.ts';
import { countCharacters, LIMITS } from '#domain/limits.ts';
import type { ReceivedMail } from '../mail.ts';
import { cutQuotedLetter, inKnownWords, withoutMarks } from './quoted-letter.ts';
import { withoutKeys } from './without-keys.ts';

/** Far more than a message may hold: what follows is not looked at, so that no mail keeps a function busy. */
const MOST_CHARACTERS = 60_000;
const MOST_HTML = 1_000_000;
/** Where a text was cut. Whoever wrote it is told in words. */
const CUT = ' […]';
const SIGNATURE_LINES = 10;
/** A mail takes the parser a few thousandths of a second. */
const PATIENCE_MS = 1000;

const parser = new EmailReplyParser();

const htmlAsText = (html: string): string =>
  convert(html.slice(0, MOST_HTML), {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true } },
      // Headings are words like others; by default they are written in capitals.
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
    limits: { maxInputLength: MOST_HTML, maxDepth: 100, ellipsis: '' },
  });

/** The same to the eye and simpler to read: one kind of line break and space, no more than one empty line. */
const tidy = (text: string): string =>
  cleanText(withoutMarks(text.slice(0, MOST_CHARACTERS)))
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');

type Part = ReturnType<ReturnType<EmailReplyParser['read']>['getFragments']>[number];

/** A signature is short: what stands below a line of two dashes for longer than that is text. */
const isHidden = (part: Part): boolean =>
  part.isHidden() && !(part.isSignature() && part.getContent().trim().split('\n').length > SIGNATURE_LINES);

function withoutQuotes(text: string): string {
  const cut = cutQuotedLetter(text);
  const read = (): string =>
    parser
      .read(inKnownWords(cut))
      .getFragments()
      .filter((part) => !isHidden(part))
      .map((part) => part.getContent())
      .join('\n');
  try {
    // Some of the parser's patterns take minutes over texts that are made for it. Such a text stays as it is.
    return withoutMarks(runInNewContext('read()', { read }, { timeout: PATIENCE_MS })).trim();
  } catch {
    return cut.trim();
  }
}

export function readText({ text, html }: Pick<ReceivedMail, 'text' | 'html'>): { text: string; wasCut: boolean } {
  const whole = text?.trim() ? text : html ? htmlAsText(html) : '';
  const said = cleanText(withoutKeys(withoutQuotes(tidy(whole))));
  if (countCharacters(said) <= LIMITS.message.max) return { text: said, wasCut: false };
  const kept = [...said].slice(0, LIMITS.message.max - countCharacters(CUT)).join('');
  return { text: kept.trimEnd() + CUT, wasCut: true };
}
