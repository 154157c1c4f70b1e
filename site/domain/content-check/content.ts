// All content as read, for the rules that look at more than one file.
import type { Language } from '../routes.ts';
import type { ContentFile } from './content-file.ts';
import { FOLDER_NAMES, type Folder } from './folders.ts';
import type { Dictionary } from './read-dictionary.ts';

export type Content = {
  /** By path. */
  files: readonly ContentFile[];
  inFolder: Readonly<Record<Folder, readonly ContentFile[]>>;
  dictionaries: Readonly<Record<Language, Dictionary | undefined>>;
  /** Addresses of files that lie in public/, and of images in the content folder by their paths. */
  publicFiles: ReadonlySet<string>;
  images: ReadonlySet<string>;
  /** The day in Helsinki on which it is checked. */
  today: string;
};

export const foldersOf = (files: readonly ContentFile[]): Content['inFolder'] => {
  const folders = Object.fromEntries(FOLDER_NAMES.map((name) => [name, [] as ContentFile[]])) as Record<
    Folder,
    ContentFile[]
  >;
  for (const file of files) folders[file.folder].push(file);
  return folders;
};

export type ItemFiles = Partial<Record<Language, ContentFile>>;

/** The items of a folder, each with its files by language. */
export function itemsIn(content: Content, folder: Folder): Map<string, ItemFiles> {
  const items = new Map<string, ItemFiles>();
  for (const file of content.inFolder[folder]) items.set(file.item, { ...items.get(file.item), [file.lang]: file });
  return items;
}
