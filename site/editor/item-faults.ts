// What is wrong with an item before it is saved, in all its languages: the content's own schemas, said with the form's labels.
import type * as z from 'zod';
import { LETTERS, type LetterKind, placeholderFaults } from '#domain/content/letter.ts';
import { LetterFault, letterBlocks } from '#domain/content/letter-blocks.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import type { EditedFolder } from './collections.ts';
import { type Data, ORIGIN, withoutEmpty } from './content-file.ts';
import { faultText } from './fault-text.ts';
import type { Label, Labels } from './labels/label.ts';

const NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Ruotsi', en: 'Englanti' };

/** Each a sentence that names the language and the field; empty when nothing is wrong. */
export function itemFaults(edited: EditedFolder, id: string, values: Partial<Record<Language, Data>>): string[] {
  return LANGUAGES.flatMap((lang) => {
    const { body, [ORIGIN]: _, ...data } = values[lang] ?? {};
    const schema = lang === 'fi' ? edited.schema : edited.texts;
    const issues = schema.safeParse(withoutEmpty(data, edited.schema)).error?.issues ?? [];
    return [
      ...issues.map((issue) => `${fieldName(edited.labels, issue)}: ${faultText(issue)}`),
      ...(edited.folder === 'letters' ? letterFaults(id as LetterKind, String(body ?? '')) : []),
    ].map((fault) => `${NAMES[lang]} – ${fault}`);
  });
}

/** “Näin se etenee, 2, Kuka tekee”: labels where there are some, and the number of an item in its list. */
function fieldName(labels: Labels, { path, code, ...issue }: z.core.$ZodIssue): string {
  const names: string[] = [];
  let known: Labels | undefined = labels;
  for (const step of path) {
    const label: Label | undefined = known?.[String(step)];
    if (typeof step === 'number') names.push(String(step + 1));
    else names.push(label?.label ?? String(step));
    known = typeof step === 'number' ? known : partsOf(label);
  }
  return names.join(', ') || (code === 'unrecognized_keys' && 'keys' in issue ? issue.keys.join(', ') : 'Tiedosto');
}

const partsOf = (label?: Label): Labels | undefined =>
  label?.kinds ? Object.assign({}, ...Object.values(label.kinds).map(({ parts }) => parts)) : label?.parts;

function letterFaults(kind: LetterKind, body: string): string[] {
  const faults = LETTERS[kind] ? placeholderFaults(kind, body) : [];
  try {
    letterBlocks(body);
    return faults;
  } catch (error) {
    if (error instanceof LetterFault) return [...faults, error.message];
    throw error;
  }
}
