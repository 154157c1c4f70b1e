// The Markdown under a file's fields, read once for all rules: links, images, headings, the texts of its blocks, its length on the page.
import { lexer, type Token, type Tokens } from 'marked';
import { inlineText, renderedLengthOf } from '../open-data/plain-text.ts';
import { unixLines } from './place.ts';

/** `at` is an offset in the body, with the line ends of Unix. */
export type BodyParts = {
  links: { href: string; at: number }[];
  images: { src: string; text: string; at: number }[];
  headings: string[];
  /** Paragraphs, headings, items, cells. */
  blocks: { text: string; at: number }[];
  /** In characters that a reader sees. */
  length: number;
};

export function bodyParts(markdown: string): BodyParts {
  const body = unixLines(markdown);
  const tokens = lexer(body);
  const parts: BodyParts = { links: [], images: [], headings: [], blocks: [], length: renderedLengthOf(tokens) };
  let at = 0;
  for (const token of tokens) {
    collect(token, { body, from: at }, parts);
    at += token.raw.length;
  }
  return parts;
}

/** Where tokens inside a block are looked for: from its beginning, then from where the last one was found. */
type Cursor = { body: string; from: number };

function placeOf({ raw }: Token, cursor: Cursor): number {
  const found = cursor.body.indexOf(raw, cursor.from);
  // The marks of a quotation at the beginning of lines are taken out of what is inside it.
  if (found >= 0) cursor.from = found;
  return cursor.from;
}

const TEXT_BLOCKS = ['paragraph', 'heading', 'text', 'tablecell'];

function collect(token: Token, cursor: Cursor, parts: BodyParts): void {
  const at = placeOf(token, cursor);
  const inside = insideOf(token);
  if (token.type === 'link') parts.links.push({ href: (token as Tokens.Link).href, at });
  if (token.type === 'image')
    parts.images.push({ src: (token as Tokens.Image).href, text: altOf(token as Tokens.Image), at });
  if (token.type === 'html') readHtml(token.raw, at, parts);
  if (token.type === 'heading') parts.headings.push(inlineText(inside));
  if (TEXT_BLOCKS.includes(token.type) && inside.length) parts.blocks.push({ text: inlineText(inside), at });
  for (const inner of inside) collect(inner, cursor, parts);
}

function insideOf(token: Token): Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flat().map((cell) => ({ type: 'tablecell', raw: cell.text, tokens: cell.tokens }));
  }
  return 'tokens' in token && token.tokens ? token.tokens : [];
}

const altOf = ({ text }: Tokens.Image): string => text.trim();

/** HTML is rare in content; its links and images are held to the same rules. */
function readHtml(html: string, at: number, parts: BodyParts): void {
  for (const [tag, name] of html.matchAll(/<(a|img)\b[^>]*>/gi)) {
    if (name?.toLowerCase() === 'img')
      parts.images.push({ src: attribute(tag, 'src'), text: attribute(tag, 'alt').trim(), at });
    else if (/\shref\b/i.test(tag)) parts.links.push({ href: attribute(tag, 'href'), at });
  }
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((found) => found !== undefined) ?? '';
