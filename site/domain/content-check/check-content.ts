// All that is wrong with the content, told at once: what npm run content:check prints and what stops a build.
import { LANGUAGES } from '../routes.ts';
import { addressFaults } from './address-faults.ts';
import { bodyParts } from './body-parts.ts';
import { codeFaults } from './code-faults.ts';
import { type Content, foldersOf } from './content.ts';
import { type ContentFile, readContentFile, type SourceFile } from './content-file.ts';
import { dateFaults } from './date-faults.ts';
import { type Fault, inOrder } from './fault.ts';
import { fileName, fileNameFaults, isImage } from './file-names.ts';
import { FOLDER_NAMES, TEXTS_FOLDER } from './folders.ts';
import { languageFaults } from './language-faults.ts';
import { letterFaults } from './letter-faults.ts';
import { linkFaults, type PartsOf } from './link-faults.ts';
import { type Dictionary, readDictionary } from './read-dictionary.ts';
import type { ReadYaml } from './read-fields.ts';
import { referenceFaults } from './reference-faults.ts';
import { repeatedFaults, sharedIdFaults } from './repeated-faults.ts';
import { requiredFaults } from './required-faults.ts';
import { schemaFaults } from './schema-faults.ts';
import { siteAddresses } from './site-addresses.ts';
import { stringFaults } from './string-faults.ts';
import { imageFaults, lengthFaults, sentenceFaults } from './text-faults.ts';

export type Given = {
  /** Every file of the content folder. */
  files: readonly SourceFile[];
  /** Addresses of the files in public/. */
  publicFiles: readonly string[];
  readYaml: ReadYaml;
  /** The day in Helsinki. */
  today: string;
};

export type Checked = { content: Content; faults: Fault[] };

export function checkContent({ files, publicFiles, readYaml, today }: Given): Checked {
  const faults: Fault[] = [];
  const keep = <Read>([read, found]: [Read, Fault[]]): Read => {
    faults.push(...found);
    return read;
  };
  const sources = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const read: ContentFile[] = [];
  for (const source of sources) {
    const name = fileName(source.path);
    if (name) read.push(keep(readContentFile(source, name, readYaml)));
    else faults.push(...fileNameFaults(source.path));
  }
  const dictionary = (path: string): Dictionary | undefined => {
    const source = sources.find((file) => file.path === path);
    if (source) return keep(readDictionary(source));
    faults.push({ file: path, path: [], code: 'missing_file' });
    return undefined;
  };
  const content: Content = {
    files: read,
    inFolder: foldersOf(read),
    dictionaries: Object.fromEntries(
      LANGUAGES.map((lang) => [lang, dictionary(`${TEXTS_FOLDER}/${lang}.json`)]),
    ) as Content['dictionaries'],
    publicFiles: new Set(publicFiles),
    images: new Set(sources.map(({ path }) => path).filter(isImage)),
    today,
  };
  if (!read.length)
    return {
      content,
      faults: [{ file: '', path: [], code: 'no_content', params: { folders: FOLDER_NAMES.join(', ') } }],
    };
  const named = sources.filter(({ path }) => /\.md$/i.test(path));
  // Where two files share an id, the one with the wrong name is told.
  const byName = [...named.filter(({ path }) => fileName(path)), ...named.filter(({ path }) => !fileName(path))];
  faults.push(...sharedIdFaults(byName), ...fileFaults(content), ...betweenFiles(content));
  return { content, faults: inOrder(faults) };
}

function fileFaults(content: Content): Fault[] {
  const known = new Map<ContentFile, ReturnType<PartsOf>>();
  const partsOf: PartsOf = (file) => {
    const parts = known.get(file) ?? bodyParts(file.body);
    known.set(file, parts);
    return parts;
  };
  const readable = content.files.filter(({ isRead }) => isRead);
  // The addresses of facets are made of interface texts.
  const addresses = LANGUAGES.every((lang) => content.dictionaries[lang]) && siteAddresses(content);
  return readable.flatMap((file) => {
    const parts = partsOf(file);
    const isLetter = file.folder === 'letters';
    return [
      ...schemaFaults(file),
      ...repeatedFaults(file),
      ...lengthFaults(file, parts),
      ...sentenceFaults(file, parts),
      // A letter's links lead to placeholders, and it holds no images: its own rules tell.
      ...(isLetter ? [] : imageFaults(file, parts, content)),
      ...(isLetter || !addresses ? [] : linkFaults(file, content, addresses, partsOf)),
    ];
  });
}

const betweenFiles = (content: Content): Fault[] => [
  ...languageFaults(content),
  ...referenceFaults(content),
  ...codeFaults(content),
  ...addressFaults(content),
  ...dateFaults(content),
  ...letterFaults(content),
  ...requiredFaults(content),
  ...stringFaults(content),
];
