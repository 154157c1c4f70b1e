// A file of interface texts (content/ui/<language>.json): its texts, the line of each, and what is wrong with the file itself.
import type { SourceFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { readText } from './read-text.ts';
import { linesIn } from './split-file.ts';

export type Dictionary = { file: string; texts: Readonly<Record<string, string>>; lines: ReadonlyMap<string, number> };

/** Each text stands on a line of its own. */
const KEY = /^\s*"((?:[^"\\]|\\.)+)"\s*:/;

export function readDictionary({ path, bytes, problem }: SourceFile): [Dictionary | undefined, Fault[]] {
  const refuse = (code: Fault['code'], more: Partial<Fault>): [undefined, Fault[]] => [
    undefined,
    [{ file: path, path: [], code, ...more }],
  ];
  if (!bytes) return refuse('unreadable', { params: { reason: problem ?? '' } });
  const [text, faults] = readText(path, bytes);
  if (text === undefined) return [undefined, faults];
  try {
    const texts: unknown = JSON.parse(text);
    if (typeof texts !== 'object' || texts === null || Array.isArray(texts)) throw new SyntaxError('no object');
    const lines = new Map<string, number>();
    const twice: Fault[] = [];
    for (const [at, written] of text.split('\n').entries()) {
      const key = KEY.exec(written)?.[1];
      if (key === undefined) continue;
      if (lines.has(key)) twice.push({ file: path, line: at + 1, path: [key], code: 'text_twice' });
      lines.set(key, at + 1);
    }
    return [{ file: path, texts: texts as Record<string, string>, lines }, [...faults, ...twice]];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('json_broken', { line: brokenLine(text, error.message), params: { reason: error.message } });
  }
}

/** V8 tells a position or, for short texts, an excerpt; where it tells neither, the fault is at the end. */
function brokenLine(text: string, message: string): number {
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  return linesIn(position ? text.slice(0, Number(position)) : text.trimEnd()) + 1;
}
