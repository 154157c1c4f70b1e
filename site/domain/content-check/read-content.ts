// The content folder's files as content, with what is wrong with single files before any rule looks at their fields.
import { LANGUAGES, type Language } from '../routes.ts';
import { type Content, foldersOf } from './content.ts';
import { type ContentFile, readContentFile, type SourceFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { fileName, fileNameFaults, isImage } from './file-names.ts';
import { TEXTS_FOLDER } from './folders.ts';
import { type Dictionary, readDictionary } from './read-dictionary.ts';
import type { ReadYaml } from './read-fields.ts';
import { sharedIdFaults } from './repeated-faults.ts';

export type Given = {
  /** Every file of the content folder. */
  files: readonly SourceFile[];
  /** Addresses of the files in public/. */
  publicFiles: readonly string[];
  readYaml: ReadYaml;
  /** The day in Helsinki. */
  today: string;
};

export function readContent({ files, publicFiles, readYaml, today }: Given): [Content, Fault[]] {
  const sources = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const faults: Fault[] = [];
  const read: ContentFile[] = [];
  for (const source of sources) {
    const name = fileName(source.path);
    const [file, found] = name ? readContentFile(source, name, readYaml) : [undefined, fileNameFaults(source.path)];
    if (file) read.push(file);
    faults.push(...found);
  }
  const dictionaries: Record<Language, Dictionary | undefined> = { fi: undefined, sv: undefined, en: undefined };
  for (const lang of LANGUAGES) {
    const path = `${TEXTS_FOLDER}/${lang}.json`;
    const source = sources.find((file) => file.path === path);
    const [dictionary, found] = source ? readDictionary(source) : [undefined, [missing(path)]];
    dictionaries[lang] = dictionary;
    faults.push(...found);
  }
  const content = {
    files: read,
    inFolder: foldersOf(read),
    dictionaries,
    publicFiles: new Set(publicFiles),
    images: new Set(sources.map(({ path }) => path).filter(isImage)),
    today,
  };
  return [content, [...faults, ...sharedIdFaults(sources)]];
}

const missing = (file: string): Fault => ({ file, path: [], code: 'missing_file' });
