// A letter's Markdown as a small closed set of blocks, parsed at build, so that functions never carry a Markdown parser.
import { lexer, type Token, type Tokens } from 'marked';
import type { FaultCode } from './fault-texts.ts';

/** Texts are plain and keep their {placeholders}; a line break that the editor asked for is `\n`. */
export type LetterBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; text: string }
  /** The letter's button: `target` is the placeholder that holds the address, without braces. */
  | { kind: 'link'; label: string; target: string };

/** For the editor: what is wrong with which piece of Markdown. The caller adds the file. */
export class LetterFault extends Error {
  readonly code: FaultCode;
  readonly raw: string;
  constructor(code: FaultCode, raw: string) {
    super(`${code}: ${raw.trim()}`);
    this.code = code;
    this.raw = raw.trim();
  }
}

function plainText(tokens: Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      if (token.type === 'br') return '\n';
      if (token.type === 'escape') return token.text as string;
      if (token.type === 'text') return token.raw.replace(/\s*\n\s*/g, ' ');
      throw new LetterFault(token.type === 'link' ? 'letter_link_alone' : 'letter_formatting', token.raw);
    })
    .join('')
    .trim();
}

function toLink(link: Tokens.Link): LetterBlock {
  const target = /^\{(\w+)\}$/.exec(link.href)?.[1];
  if (!target) throw new LetterFault('letter_link_target', link.raw);
  return { kind: 'link', label: plainText(link.tokens), target };
}

function toBlock(token: Token): LetterBlock {
  switch (token.type) {
    case 'paragraph': {
      const [only, ...rest] = token.tokens ?? [];
      if (only?.type === 'link' && rest.length === 0) return toLink(only as Tokens.Link);
      return { kind: 'paragraph', text: plainText(token.tokens) };
    }
    case 'heading':
      return { kind: 'heading', text: plainText(token.tokens) };
    case 'list':
      if (token.ordered) throw new LetterFault('letter_numbers', token.raw);
      return { kind: 'list', items: (token as Tokens.List).items.map((item) => listItem(item)) };
    case 'blockquote':
      return { kind: 'quote', text: (token as Tokens.Blockquote).tokens.map((part) => quoted(part)).join('\n\n') };
    default:
      throw new LetterFault('letter_block', token.raw);
  }
}

function listItem(item: Tokens.ListItem): string {
  const nested = item.tokens.find((token) => token.type === 'list');
  if (nested) throw new LetterFault('letter_nested', nested.raw);
  return item.tokens.map((token) => plainText('tokens' in token ? token.tokens : [token])).join('\n');
}

function quoted(token: Token): string {
  if (token.type === 'space') return '';
  if (token.type !== 'paragraph') throw new LetterFault('letter_quote', token.raw);
  return plainText(token.tokens);
}

/** Throws a LetterFault that says what an editor has to change. */
export function letterBlocks(markdown: string): LetterBlock[] {
  return lexer(markdown)
    .filter((token) => token.type !== 'space')
    .map(toBlock);
}
