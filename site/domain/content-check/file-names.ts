// What a file's path says: its folder, the item's id and the language, or what is wrong with the name.
import { isLanguage, LANGUAGES, type Language } from '../routes.ts';
import { slugify } from '../slugify.ts';
import type { Fault } from './fault.ts';
import { FOLDER_NAMES, type Folder, isFolder, TEXTS_FOLDER } from './folders.ts';
import { nearest } from './nearest.ts';

export type FileName = { folder: Folder; item: string; lang: Language };

/** Editors' programs add endings of their own, and the site reads `.md` alone. */
const LIKE_MARKDOWN = /\.(md|mdx|markdown|mdown|txt)$/i;
const IMAGE = /\.(png|jpe?g|webp|avif|gif|svg)$/i;

/** `services/hitsaus.fi.md` → the item and its language; undefined for a file that is not named so. */
export function fileName(path: string): FileName | undefined {
  const [, folder = '', item, lang] = /^([^/]+)\/([a-z0-9][a-z0-9_-]*)\.(\w+)\.md$/.exec(path) ?? [];
  return item && isFolder(folder) && isLanguage(lang) ? { folder, item, lang } : undefined;
}

export const isImage = (path: string): boolean => IMAGE.test(path);

/** Of a path that `fileName` does not know. */
export function fileNameFaults(path: string): Fault[] {
  const [folder = '', ...rest] = path.split('/');
  const name = rest.at(-1) ?? folder;
  if (rest.length === 0) return [fault(path, 'not_content')];
  if (!isFolder(folder)) return folder === TEXTS_FOLDER ? textsFolder(path, rest) : [unknownFolder(path, folder)];
  if (!LIKE_MARKDOWN.test(name)) return IMAGE.test(name) ? [] : [fault(path, 'not_content')];
  const right = `${folder}/${rightName(name)}`;
  return rest.length > 1 && fileName(`${folder}/${name}`)
    ? [fault(path, 'name_folder', { right })]
    : [fault(path, 'name_wrong', { example: right })];
}

const fault = (file: string, code: Fault['code'], params?: Fault['params']): Fault => ({
  file,
  path: [],
  code,
  params,
});

function unknownFolder(path: string, folder: string): Fault {
  const near = nearest(folder, FOLDER_NAMES);
  return fault(path, 'folder_unknown', { folder, ...(near ? { nearest: near } : { known: FOLDER_NAMES.join(', ') }) });
}

const textsFolder = (path: string, rest: string[]): Fault[] =>
  LANGUAGES.some((lang) => rest.join('/') === `${lang}.json`) ? [] : [fault(path, 'not_content')];

/** `Hitsaus FI.md` → `hitsaus.fi.md`; Finnish where no language is told. */
function rightName(name: string): string {
  const stem = name.replace(/(\.(md|mdx|markdown|mdown|txt))+$/i, '');
  const [, item = stem, lang] = /^(.+?)[._ -]([A-Za-z]{2})$/.exec(stem) ?? [];
  const known = isLanguage(lang?.toLowerCase()) ? lang?.toLowerCase() : undefined;
  return `${slugify(known ? item : stem) || 'tunnus'}.${known ?? 'fi'}.md`;
}
