// A letter's Markdown as a small closed set of blocks, parsed at build, so that functions never carry a Markdown parser.
import { lexer, type Token, type Tokens } from 'marked';

/** Texts are plain and keep their {placeholders}; a line break that the editor asked for is `\n`. */
export type LetterBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'quote'; text: string }
  /** The letter's button: `target` is the placeholder that holds the address, without braces. */
  | { kind: 'link'; label: string; target: string };

/** Said to the editor; the caller adds the file. */
export class LetterFault extends Error {}

const excerpt = (raw: string): string => `“${raw.trim().slice(0, 60)}”`;

function plainText(tokens: Token[] | undefined): string {
  return (tokens ?? [])
    .map((token) => {
      if (token.type === 'br') return '\n';
      if (token.type === 'escape') return token.text as string;
      if (token.type === 'text') return token.raw.replace(/\s*\n\s*/g, ' ');
      throw new LetterFault(
        token.type === 'link'
          ? `a link stands alone in its own paragraph, so that it becomes a button: ${excerpt(token.raw)}`
          : `letters are plain text: take out the ${token.type} formatting of ${excerpt(token.raw)}`,
      );
    })
    .join('')
    .trim();
}

function toLink(link: Tokens.Link): LetterBlock {
  const target = /^\{(\w+)\}$/.exec(link.href)?.[1];
  if (!target) {
    throw new LetterFault(`a link leads to a placeholder, for example [Avaa]({status_link}): ${excerpt(link.raw)}`);
  }
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
      if (token.ordered) throw new LetterFault(`lists begin with a hyphen, not a number: ${excerpt(token.raw)}`);
      return { kind: 'list', items: (token as Tokens.List).items.map((item) => listItem(item)) };
    case 'blockquote':
      return { kind: 'quote', text: (token as Tokens.Blockquote).tokens.map((part) => quoted(part)).join('\n\n') };
    default:
      throw new LetterFault(`a letter holds paragraphs, headings, lists, quotes and links only: ${excerpt(token.raw)}`);
  }
}

function listItem(item: Tokens.ListItem): string {
  const nested = item.tokens.find((token) => token.type === 'list');
  if (nested) throw new LetterFault(`a list has no list inside it: ${excerpt(nested.raw)}`);
  return item.tokens.map((token) => plainText('tokens' in token ? token.tokens : [token])).join('\n');
}

function quoted(token: Token): string {
  if (token.type === 'space') return '';
  if (token.type !== 'paragraph') throw new LetterFault(`a quote holds plain text only: ${excerpt(token.raw)}`);
  return plainText(token.tokens);
}

/** Throws a LetterFault whose message tells an editor what to change. */
export function letterBlocks(markdown: string): LetterBlock[] {
  return lexer(markdown)
    .filter((token) => token.type !== 'space')
    .map(toBlock);
}
