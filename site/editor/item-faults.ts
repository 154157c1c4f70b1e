// What is wrong with an item before it is saved, in all its languages: the checks of the build, said with the form's labels.
import type { ContentFile } from '#domain/content-check/content-file.ts';
import type { Fault, Path } from '#domain/content-check/fault.ts';
import { itemFaults as faultsOf } from '#domain/content-check/item-faults.ts';
import { helsinkiDate } from '#domain/helsinki-time.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import type { EditedFolder } from './collections.ts';
import { type Data, ORIGIN, withoutEmpty, withoutNotes } from './content-file.ts';
import { formFaultText } from './form-faults.ts';
import type { Label, Labels } from './labels/label.ts';

const NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Ruotsi', en: 'Englanti' };

/** Each a sentence that names the language and the field; empty when nothing is wrong. Other items are the build's to look at. */
export function itemFaults(edited: EditedFolder, id: string, values: Partial<Record<Language, Data>>): string[] {
  const files = LANGUAGES.map((lang) => contentFile(edited, id, lang, values[lang] ?? {}));
  return faultsOf(files, helsinkiDate(new Date())).map((fault) => {
    const lang = files.find(({ path }) => path === fault.file)?.lang ?? 'fi';
    return `${NAMES[lang]} – ${fieldName(edited, fault)}: ${formFaultText(fault)}`;
  });
}

/** The item as the check reads it from its file; lines are of no use to somebody who sees a form. */
function contentFile(edited: EditedFolder, id: string, lang: Language, values: Data): ContentFile {
  const { body, [ORIGIN]: _, ...data } = withoutNotes(values);
  const { folder } = edited;
  return {
    path: `${folder}/${id}.${lang}.md`,
    folder,
    item: id,
    lang,
    fields: withoutEmpty(data, edited.schema),
    isRead: true,
    body: typeof body === 'string' ? body : '',
    bodyLine: 1,
    source: '',
    sourceLine: 1,
  };
}

/** “Näin se etenee, 2, Kuka tekee”: labels where there are some, and the number of an item in its list. */
function fieldName({ labels, body }: EditedFolder, { path }: Pick<Fault, 'path'>): string {
  if (path[0] === 'body') return body?.label ?? 'Teksti';
  const names: string[] = [];
  let known: Labels | undefined = labels;
  for (const step of path satisfies Path) {
    const label: Label | undefined = known?.[String(step)];
    names.push(typeof step === 'number' ? String(step + 1) : (label?.label ?? String(step)));
    if (typeof step !== 'number') known = label?.kinds ? partsOfKinds(label.kinds) : label?.parts;
  }
  return names.join(', ') || 'Tiedosto';
}

const partsOfKinds = (kinds: NonNullable<Label['kinds']>): Labels =>
  Object.assign({}, ...Object.values(kinds).map(({ parts }) => parts));
