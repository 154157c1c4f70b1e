// Values that stand twice in a list, and files that share an id.
import type { ContentFile, SourceFile } from './content-file.ts';
import type { Fault, Path } from './fault.ts';
import { fileName } from './file-names.ts';
import { fieldFault } from './place.ts';

export function repeatedFaults(file: ContentFile): Fault[] {
  return listsIn(file.fields, []).flatMap(({ path, list }) =>
    list.flatMap((value, at) =>
      typeof value === 'string' && list.indexOf(value) !== at
        ? [fieldFault(file, [...path, at], 'stands_twice', { value })]
        : [],
    ),
  );
}

function listsIn(value: unknown, path: Path): { path: Path; list: unknown[] }[] {
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    listsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? [{ path, list: value }, ...inside] : inside;
}

/**
 * Two files whose names differ only by capitals, by how a letter with dots is stored, or by a folder in between:
 * on some machines they are one file.
 */
export function sharedIdFaults(files: readonly SourceFile[]): Fault[] {
  const first = new Map<string, string>();
  const markdown = files.filter(({ path }) => /\.md$/i.test(path));
  // The file with the wrong name is the one that is told.
  const rightOnesFirst = markdown.toSorted((a, b) => Number(!fileName(a.path)) - Number(!fileName(b.path)));
  return rightOnesFirst.flatMap(({ path }) => {
    const [folder, ...rest] = path.normalize('NFC').toLowerCase().split('/');
    const key = `${folder}/${rest.at(-1)}`;
    const other = first.get(key);
    if (other) return [{ file: path, line: 1, path: [], code: 'duplicate_id', params: { other } }];
    first.set(key, path);
    return [];
  });
}
