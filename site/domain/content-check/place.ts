// Where a field or a piece of text stands in its file. Looked up for faults alone: the parsed trees of 10,000 files would take 260 MB.
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ContentFile } from './content-file.ts';
import type { Fault, Path } from './fault.ts';
import { parseYaml } from './parse-yaml.ts';
import { linesIn } from './split-file.ts';

type Found = { offset: number; node: Node | undefined };

let last: { source: string; root: Node | null } | undefined;

function rootOf({ source }: ContentFile): Node | null {
  if (last?.source !== source) last = { source, root: parseYaml(source).contents };
  return last.root;
}

/** The field itself, or, where it is missing, the nearest one that would hold it. */
function find(file: ContentFile, path: Path): Found {
  let node: Node | undefined = rootOf(file) ?? undefined;
  let offset = -1;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === step) : undefined;
    const next = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
    const start = (pair ? (pair.key as Node).range : (next as Node | undefined)?.range)?.[0];
    if (start === undefined) return { offset, node: undefined };
    offset = start;
    node = (next ?? undefined) as Node | undefined;
  }
  return { offset, node };
}

/** Of a field that is missing at the top it is the line of hyphens above the fields. */
export function fieldLine(file: ContentFile, path: Path): number {
  const { offset } = find(file, path);
  return offset < 0 ? file.sourceLine - 1 : file.sourceLine + linesIn(file.source.slice(0, offset));
}

export function fieldFault(file: ContentFile, path: Path, code: Fault['code'], params?: Fault['params']): Fault {
  return { file: file.path, line: fieldLine(file, path), path, code, params };
}

/** A field's value letter for letter, as the editor wrote it. */
export function writtenValue(file: ContentFile, path: Path): string {
  const { node } = find(file, path);
  return isScalar(node) ? String(node.source ?? node.value) : '';
}

/** `offset` counts in the body as `bodyParts` reads it, with the line ends of Unix. */
export function bodyFault(file: ContentFile, offset: number, code: Fault['code'], params?: Fault['params']): Fault {
  const line = file.bodyLine + linesIn(unixLines(file.body).slice(0, offset));
  return { file: file.path, line, path: ['body'], code, params };
}

export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Of the whole file. */
export function fileFault({ path }: ContentFile, code: Fault['code'], params?: Fault['params']): Fault {
  return { file: path, line: 1, path: [], code, params };
}
