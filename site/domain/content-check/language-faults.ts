// Items that lack a language, or in one language the text that the Finnish file has under its fields.
import { LETTERS } from '../content/letter.ts';
import { REQUIRED_PAGES } from '../content/page.ts';
import { LANGUAGES, type Language } from '../routes.ts';
import { type Content, type ItemFiles, itemsIn } from './content.ts';
import type { ContentFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { FOLDER_NAMES, type Folder } from './folders.ts';
import { bodyFault } from './place.ts';

/** What the site cannot be without. */
const WANTED: Partial<Record<Folder, readonly string[]>> = { pages: REQUIRED_PAGES, letters: Object.keys(LETTERS) };

export function languageFaults(content: Content): Fault[] {
  return FOLDER_NAMES.flatMap((folder) => {
    const items = itemsIn(content, folder);
    for (const item of WANTED[folder] ?? []) if (!items.has(item)) items.set(item, {});
    return [...items].flatMap(([item, files]) => [
      ...LANGUAGES.filter((lang) => !files[lang]).map((lang) => missing(folder, item, lang, files)),
      ...bodyFaults(files),
    ]);
  });
}

/** There is no line to tell: the file is not there. */
function missing(folder: Folder, item: string, lang: Language, files: ItemFiles): Fault {
  const place = { file: `${folder}/${item}.${lang}.md`, path: [] };
  const model = (files.fi ?? files.sv ?? files.en)?.path;
  if (!model) return { ...place, code: 'missing_file' };
  // A letter has no facts, so none of its languages comes before the others.
  if (lang === 'fi' && folder !== 'letters') return { ...place, code: 'missing_finnish' };
  return { ...place, code: 'missing_translation', params: { model } };
}

const hasBody = (file: ContentFile | undefined): boolean => file?.isRead === true && file.body.trim() !== '';

function bodyFaults({ fi, ...others }: ItemFiles): Fault[] {
  if (!fi || !hasBody(fi)) return [];
  return Object.values(others)
    .filter((file) => file.isRead && !hasBody(file))
    .map((file) => bodyFault(file, 0, 'missing_body', { finnish: fi.path }));
}
