// What each kind of thing in a page weighs: by how much the compressed page would be smaller without it.
import { compressed } from './compressed.ts';
import type { Row } from './piece.ts';

const attribute = (names: string) => new RegExp(` (?:${names})="[^"]*"`, 'g');

const KINDS: Record<string, (html: string) => string> = {
  styles: (html) => html.replace(/<style>[\s\S]*?<\/style>/g, ''),
  scripts: (html) => html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, ''),
  addresses: (html) => html.replace(attribute('href|action|src'), ''),
  'data attributes': (html) => html.replace(attribute('data-[a-z-]+'), ''),
  'classes and ids': (html) => html.replace(attribute('class|id|for|aria-[a-z]+'), ''),
  'texts that are read': (html) =>
    html.replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>|>[^<]+/g, (found) => (found.startsWith('>') ? '>' : found)),
};

export function whereBytesGo(html: string): Row[] {
  const whole = compressed(html);
  return Object.entries(KINDS).map(([kind, without]) => {
    const rest = without(html);
    const { gzip, brotli } = compressed(rest);
    return { kind, raw: html.length - rest.length, gzip: whole.gzip - gzip, brotli: whole.brotli - brotli };
  });
}
