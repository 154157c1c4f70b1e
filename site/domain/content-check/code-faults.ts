// Codes that are not on their lists, and the national register's rules on them.
import { CODE_LISTS, type CodeListName, codesOf } from '../codes/code-lists.ts';
import { PTV_LIMITS } from '../open-data/ptv-codes.ts';
import type { Content } from './content.ts';
import type { ContentFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { schemaOf } from './folders.ts';
import { fieldFault } from './place.ts';
import { choices } from './schema-faults.ts';
import { markedFields, textsAt } from './schema-fields.ts';

const WHOLE_GROUP = 'KR2';

export const codeFaults = ({ files }: Pick<Content, 'files'>): Fault[] =>
  files.flatMap((file) => [
    ...markedFields(schemaOf(file.folder, file.lang), 'codeList').flatMap(({ path, mark }) =>
      textsAt(file.fields, path).flatMap(({ path: at, text }) => offList(file, at, text, mark as CodeListName)),
    ),
    ...registerFaults(file),
  ]);

function offList(file: ContentFile, path: Fault['path'], value: string, name: CodeListName): Fault[] {
  const known = codesOf(name);
  if (known.includes(value)) return [];
  const { list, version } = CODE_LISTS[name];
  const source = `site/domain/codes/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;
  return [fieldFault(file, path, 'code_unknown', { value, list, version, source, ...choices(value, known) })];
}

function registerFaults(file: ContentFile): Fault[] {
  const groups = textsAt(file.fields, ['targetGroups', '*']);
  const alone = groups.find(({ text }) => text === WHOLE_GROUP);
  const hasPart = groups.some(({ text }) => text.startsWith(`${WHOLE_GROUP}.`));
  const { length } = textsAt(file.fields, ['serviceClasses', '*']);
  const max = PTV_LIMITS.serviceClasses;
  return [
    ...(alone && !hasPart ? [fieldFault(file, alone.path, 'target_group_part')] : []),
    ...(length > max ? [fieldFault(file, ['serviceClasses'], 'service_classes_many', { count: length, max })] : []),
  ];
}
