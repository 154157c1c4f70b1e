// What is wrong with one item by itself, for an editor that has no other file at hand. The rest is told when all is checked.
import { bodyParts } from './body-parts.ts';
import { codeFaults } from './code-faults.ts';
import { foldersOf } from './content.ts';
import type { ContentFile } from './content-file.ts';
import { dateFaults } from './date-faults.ts';
import { type Fault, isWarning } from './fault.ts';
import { letterFaults } from './letter-faults.ts';
import { producerFaults } from './reference-faults.ts';
import { repeatedFaults } from './repeated-faults.ts';
import { replyFaults } from './reply-faults.ts';
import { schemaFaults } from './schema-faults.ts';
import { textsAt } from './schema-fields.ts';
import { surveyFaults } from './survey-faults.ts';
import { lengthFaults } from './text-faults.ts';

/** `files` are the item's, one for each language. */
export function itemFaults(files: readonly ContentFile[], today: string): Fault[] {
  const found = [
    ...files.flatMap((file) => [
      ...schemaFaults(file),
      ...repeatedFaults(file),
      ...lengthFaults(file, bodyParts(file.body)),
      ...(file.folder === 'services' && file.lang === 'fi' ? producerFaults(file, namedProviders(file)) : []),
    ]),
    ...codeFaults({ files }),
    ...dateFaults({ files, today }),
    ...letterFaults({ inFolder: foldersOf(files) }),
    ...replyFaults({ inFolder: foldersOf(files) }),
    ...surveyFaults({ inFolder: foldersOf(files) }),
  ];
  return found.filter((fault) => !isWarning(fault));
}

/** Whether there are such providers is for the check of all files to tell. */
const namedProviders = ({ fields }: ContentFile): ReadonlySet<string> =>
  new Set(
    [
      ['providers', '*'],
      ['responsible'],
      ['producers', 'self', '*'],
      ['producers', 'procured', '*'],
      ['producers', 'other', '*'],
    ].flatMap((pattern) => textsAt(fields, pattern).map(({ text }) => text)),
  );
