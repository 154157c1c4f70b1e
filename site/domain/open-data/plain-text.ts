// Markdown as plain text, for standards and files that know no markup, and its length as a reader sees it.
import { lexer, type Token, type Tokens } from 'marked';
import { countCharacters } from '../limits.ts';

/** What a reader would see, with the addresses of links after their words. */
export const plainText = (markdown: string): string => rendered(markdown, true);

/** Characters that are seen: no asterisks, no addresses behind words. Standards count these. */
export const renderedLength = (markdown: string): number => countCharacters(rendered(markdown, false));

/** The same of what marked has read already. */
export const renderedLengthOf = (tokens: Token[]): number => countCharacters(blocks(tokens, false));

/** The words of one paragraph, heading, item or cell, as a reader sees them. */
export const inlineText = (tokens: Token[]): string => words(tokens, false);

/** Paragraphs of one line each that begin with a letter and hold no sign that could mean anything to Markdown. */
const PLAIN = /^\p{L}[\p{L}\p{N} .,:;!?()"'’”–—%€+/-]*(?:\n\n\p{L}[\p{L}\p{N} .,:;!?()"'’”–—%€+/-]*)*\n?$/u;
/** An address becomes a link by itself. */
const ADDRESS = /www\.|:\/\//i;

/** Most texts have no markup, and to find that out is far quicker than to parse them: a large map has a hundred thousand. */
function rendered(markdown: string, addresses: boolean): string {
  if (PLAIN.test(markdown) && !ADDRESS.test(markdown)) return markdown.replace(/ +$/gm, '').trimEnd();
  return blocks(lexer(markdown), addresses);
}

function blocks(tokens: Token[], addresses: boolean): string {
  return tokens
    .filter(({ type }) => type !== 'space' && type !== 'hr' && type !== 'def')
    .map((token) => block(token, addresses))
    .filter((text) => text !== '')
    .join('\n\n');
}

function block(token: Token, addresses: boolean): string {
  if (token.type === 'list') {
    const list = token as Tokens.List;
    const first = Number(list.start || 1);
    return list.items
      .map((item, at) => `${list.ordered ? `${first + at}.` : '-'} ${listItem(item, addresses)}`)
      .join('\n');
  }
  if (token.type === 'blockquote') return blocks((token as Tokens.Blockquote).tokens, addresses);
  if (token.type === 'code') return (token as Tokens.Code).text;
  if (token.type === 'html') return (token as Tokens.HTML).text.replace(/<[^>]*>/g, '').trim();
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].map((row) => row.map((cell) => words(cell.tokens, addresses)).join(' | ')).join('\n');
  }
  return words('tokens' in token && token.tokens ? token.tokens : [token], addresses).trim();
}

const listItem = (item: Tokens.ListItem, addresses: boolean): string =>
  item.tokens
    .map((token) => block(token, addresses))
    .filter((text) => text !== '')
    .join('\n');

function words(tokens: Token[], addresses: boolean): string {
  return tokens
    .map((token) => {
      if (token.type === 'br') return '\n';
      if (token.type === 'html') return '';
      if (token.type === 'image') return (token as Tokens.Image).text;
      if (token.type === 'link') {
        const { href, text, tokens: inside } = token as Tokens.Link;
        const label = words(inside, addresses);
        return addresses && href !== text && href !== `mailto:${text}` ? `${label} (${href})` : label;
      }
      if ('tokens' in token && token.tokens) return words(token.tokens, addresses);
      if (token.type === 'escape' || token.type === 'codespan') return unescapeHtml(token.text as string);
      return 'raw' in token ? token.raw.replace(/\s*\n\s*/g, ' ') : '';
    })
    .join('');
}

const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
