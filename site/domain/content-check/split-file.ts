// A content file's two parts: the fields between two lines of three hyphens, and the text under them.
import type { Fault } from './fault.ts';

type Parts = { source: string; sourceLine: number; body: string; bodyLine: number };

/** Nothing but white space may come before it: so the site's own reader has it. */
const OPENING = /^(?:\s*\n)?---[ \t]*\r?\n/;
/** The site's reader takes any line that begins so for the end of the fields. */
const CLOSING = /^---.*$/m;

export function splitFile(file: string, text: string): [Parts | undefined, Fault[]] {
  const opening = OPENING.exec(text)?.[0];
  if (!opening) return [undefined, [{ file, line: 1, path: [], code: 'front_matter_missing' }]];
  const rest = text.slice(opening.length);
  const closing = CLOSING.exec(rest);
  const sourceLine = linesIn(opening) + 1;
  if (!closing) return [undefined, [{ file, line: sourceLine - 1, path: [], code: 'front_matter_open' }]];
  const source = rest.slice(0, closing.index);
  const closingLine = sourceLine + linesIn(source);
  const after = rest.slice(closing.index + closing[0].length).replace(/^\r?\n/, '');
  return [
    { source, sourceLine, body: after, bodyLine: closingLine + 1 },
    closing[0].trimEnd() === '---' ? [] : [{ file, line: closingLine, path: [], code: 'front_matter_open' }],
  ];
}

export const linesIn = (text: string): number => text.split('\n').length - 1;
