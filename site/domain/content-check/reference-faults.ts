// References from one file to another that lead nowhere, and services whose providers do not add up.
import { REFERRED, type Referred } from '../content/reference.ts';
import type { Content } from './content.ts';
import type { ContentFile } from './content-file.ts';
import type { Fault } from './fault.ts';
import { schemaOf } from './folders.ts';
import { nearest } from './nearest.ts';
import { fieldFault } from './place.ts';
import { markedFields, textsAt } from './schema-fields.ts';

export function referenceFaults({ files, inFolder }: Content): Fault[] {
  const known = Object.fromEntries(
    REFERRED.map((folder) => [folder, new Set(inFolder[folder].map(({ item }) => item))]),
  ) as Record<Referred, Set<string>>;
  return files.flatMap((file) => [
    ...markedFields(schemaOf(file.folder, file.lang), 'reference').flatMap(({ path: pattern, mark }) =>
      textsAt(file.fields, pattern).flatMap(({ path, text }) => {
        const ids = known[mark as Referred];
        if (!ids.has(text)) return [fieldFault(file, path, 'reference_unknown', unknown(mark, text, ids, file))];
        return isOwn(file, mark, text) ? [fieldFault(file, path, 'reference_self')] : [];
      }),
    ),
    ...(file.folder === 'services' && file.lang === 'fi' ? producerFaults(file, known.providers) : []),
  ]);
}

/** A provider that was renamed is named by many services: what is nearest is looked for once. */
const looked = new WeakMap<Set<string>, Map<string, string | undefined>>();

function nearestOnce(id: string, ids: Set<string>): string | undefined {
  const found = looked.get(ids) ?? new Map<string, string | undefined>();
  looked.set(ids, found);
  if (!found.has(id)) found.set(id, nearest(id, ids));
  return found.get(id);
}

function unknown(folder: string, id: string, ids: Set<string>, file: ContentFile): Record<string, string> {
  const near = nearestOnce(id, ids);
  return { wanted: `${folder}/${id}.fi.md`, ...(near && !isOwn(file, folder, near) && { nearest: near }) };
}

const isOwn = (file: ContentFile, folder: string, id: string) => folder === file.folder && id === file.item;

/** Every provider makes the service in one way, and the responsible one is among them. One that is not known at all is told once. */
export function producerFaults(file: ContentFile, known: ReadonlySet<string>): Fault[] {
  const at = (...pattern: string[]) => textsAt(file.fields, pattern).filter(({ text }) => known.has(text));
  const providers = at('providers', '*').map(({ text }) => text);
  if (!providers.length) return [];
  const made = ['self', 'procured', 'other'].flatMap((way) => at('producers', way, '*'));
  const isOutside = ({ text }: { text: string }) => !providers.includes(text);
  return [
    ...at('responsible')
      .filter(isOutside)
      .map(({ path, text }) => fieldFault(file, path, 'responsible_outside', { value: text })),
    ...made.filter(isOutside).map(({ path, text }) => fieldFault(file, path, 'producer_outside', { value: text })),
    ...made
      .filter(({ path, text }, place) =>
        made.slice(0, place).some((other) => other.text === text && other.path[1] !== path[1]),
      )
      .map(({ path, text }) => fieldFault(file, path, 'producer_twice', { value: text })),
    ...(file.fields.producers ? providers : [])
      .filter((id) => !made.some(({ text }) => text === id))
      .map((id) => fieldFault(file, ['producers'], 'producer_missing', { value: id })),
  ];
}
