// What is wrong with an item before it is saved, in all its languages: the checks of the build, said with the form's labels.
import type * as z from 'zod';
import { LETTERS, type LetterKind, placeholderFaults } from '#domain/content/letter.ts';
import { LetterFault, letterBlocks } from '#domain/content/letter-blocks.ts';
import type { ServiceFacts, ServiceTexts } from '#domain/content/service.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';
import { codeFaults } from '../catalogue/code-faults.ts';
import { producerFaults } from '../catalogue/reference-faults.ts';
import type { EditedFolder } from './collections.ts';
import { type Data, ORIGIN, withoutEmpty } from './content-file.ts';
import { faultText, ruleText } from './fault-text.ts';
import type { Label, Labels } from './labels/label.ts';

const NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Ruotsi', en: 'Englanti' };

/** Each a sentence that names the language and the field; empty when nothing is wrong. Other items are the build's to look at. */
export function itemFaults(edited: EditedFolder, id: string, values: Partial<Record<Language, Data>>): string[] {
  return LANGUAGES.flatMap((lang) => {
    const { body, [ORIGIN]: _, ...data } = values[lang] ?? {};
    const schema = lang === 'fi' ? edited.schema : edited.texts;
    const checked = schema.safeParse(withoutEmpty(data, edited.schema));
    const issues = checked.error?.issues ?? [];
    return [
      ...issues.map((issue) => `${fieldName(edited.labels, issue)}: ${faultText(issue)}`),
      ...(edited.folder === 'services' && lang === 'fi' && checked.success ? serviceFaults(edited, checked.data) : []),
      ...(edited.folder === 'letters' ? letterFaults(id, String(body ?? '')) : []),
    ].map((fault) => `${NAMES[lang]} – ${fault}`);
  });
}

/** “Näin se etenee, 2, Kuka tekee”: labels where there are some, and the number of an item in its list. */
function fieldName(labels: Labels, issue: z.core.$ZodIssue): string {
  const names: string[] = [];
  let known: Labels | undefined = labels;
  for (const step of issue.path) {
    const label: Label | undefined = known?.[String(step)];
    names.push(typeof step === 'number' ? String(step + 1) : (label?.label ?? String(step)));
    if (typeof step !== 'number') known = label?.kinds ? partsOfKinds(label.kinds) : label?.parts;
  }
  return names.join(', ') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'Tiedosto');
}

const partsOfKinds = (kinds: NonNullable<Label['kinds']>): Labels =>
  Object.assign({}, ...Object.values(kinds).map(({ parts }) => parts));

function serviceFaults({ labels }: EditedFolder, data: unknown): string[] {
  const service = data as ServiceFacts & ServiceTexts;
  const found = [
    ...producerFaults('', service),
    ...codeFaults({ services: [{ id: '', data: service }], providers: [] }),
  ];
  return found.map((fault) => {
    const [, field = '', ...sentence] = fault.split(': ');
    return `${labels[field]?.label ?? field}: ${ruleText(sentence.join(': '))}`;
  });
}

function letterFaults(kind: string, body: string): string[] {
  const faults = kind in LETTERS ? placeholderFaults(kind as LetterKind, body) : [];
  try {
    letterBlocks(body);
    return faults;
  } catch (error) {
    if (error instanceof LetterFault) return [...faults, error.message];
    throw error;
  }
}
