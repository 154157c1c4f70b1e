// One content file as read: its fields, the text under them, and where in the file each of them stands.
import type { Language } from '../routes.ts';
import type { Fault, Path } from './fault.ts';
import type { FileName } from './file-names.ts';
import type { Folder } from './folders.ts';
import { type ReadYaml, readFields } from './read-fields.ts';
import { readText } from './read-text.ts';
import { splitFile } from './split-file.ts';

/** A file of the content folder; `bytes` are missing where nobody needs them (images) or where they cannot be read. */
export type SourceFile = { path: string; bytes?: Uint8Array | undefined; problem?: string | undefined };

export type Fields = Readonly<Record<string, unknown>>;

export type ContentFile = {
  /** Below the content folder: `services/hitsaus.fi.md`. */
  path: string;
  folder: Folder;
  item: string;
  lang: Language;
  /** Empty where `isRead` is false: then the fields cannot be told, and nothing more is said of them. */
  fields: Fields;
  isRead: boolean;
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
  /** What stands between the lines of hyphens, and the file's line on which it begins: kept instead of its parsed tree, which is large. */
  source: string;
  sourceLine: number;
};

const UNREAD = { fields: {}, isRead: false, body: '', bodyLine: 1, source: '', sourceLine: 1 };

export function readContentFile(
  { path, bytes, problem }: SourceFile,
  name: FileName,
  readYaml: ReadYaml,
): [ContentFile, Fault[]] {
  const file: ContentFile = { path, ...name, ...UNREAD };
  if (!bytes) return [file, [{ file: path, path: [], code: 'unreadable', params: { reason: problem ?? '' } }]];
  const [text, textFaults] = readText(path, bytes);
  if (text === undefined) return [file, textFaults];
  const [parts, partFaults] = splitFile(path, text);
  if (!parts) return [file, [...textFaults, ...partFaults]];
  const [fields, fieldFaults] = readFields(path, parts.source, parts.sourceLine, readYaml);
  return [
    { ...file, ...parts, ...(fields && { fields, isRead: true }) },
    [...textFaults, ...partFaults, ...fieldFaults],
  ];
}

/** The value at a path of fields, undefined where there is none. */
export function valueAt(fields: unknown, path: Path): unknown {
  let value = fields;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The file of an item in another language, by its path. */
export const siblingPath = ({ folder, item }: FileName, lang: Language): string => `${folder}/${item}.${lang}.md`;
