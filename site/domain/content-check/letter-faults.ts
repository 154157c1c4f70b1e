// Letters that nobody sends, placeholders that a letter lacks or cannot fill, and Markdown that a letter cannot hold.
import { BLOCK_PLACEHOLDERS, LETTERS, type LetterKind, placeholdersIn } from '../content/letter.ts';
import { LetterFault, letterBlocks } from '../content/letter-blocks.ts';
import type { Content } from './content.ts';
import { type ContentFile, valueAt } from './content-file.ts';
import type { Fault } from './fault.ts';
import { nearest } from './nearest.ts';
import { bodyFault, fieldFault, fileFault, unixLines } from './place.ts';
import { choices } from './schema-faults.ts';

/** What every subject and preview may hold. */
const IN_HEADS = ['reference', 'company'];

export const letterFaults = ({ inFolder }: Pick<Content, 'inFolder'>): Fault[] =>
  inFolder.letters.flatMap((file) => {
    if (!(file.item in LETTERS)) return [fileFault(file, 'letter_unknown', choices(file.item, Object.keys(LETTERS)))];
    if (!file.isRead) return [];
    const kind = file.item as LetterKind;
    return [...placeholderFaults(file, kind), ...headFaults(file, kind), ...blockFaults(file)];
  });

const braces = (name: string): string => `{${name}}`;

function placeholderFaults(file: ContentFile, kind: LetterKind): Fault[] {
  const found = placeholdersIn(file.body);
  const { must, may }: { must: readonly string[]; may: readonly string[] } = LETTERS[kind];
  const known = [...must, ...may];
  return [
    ...must
      .filter((name) => !found.includes(name))
      .map((name) => bodyFault(file, 0, 'letter_must', { placeholder: braces(name) })),
    ...found
      .filter((name) => !known.includes(name))
      .map((name) => {
        const at = unixLines(file.body).indexOf(braces(name));
        return bodyFault(file, at, 'letter_placeholder', {
          placeholder: braces(name),
          ...choices(braces(name), known.map(braces)),
        });
      }),
    ...BLOCK_PLACEHOLDERS.filter((name) => found.includes(name) && !standsAlone(name, file.body)).map((name) =>
      bodyFault(file, unixLines(file.body).indexOf(braces(name)), 'letter_alone', { placeholder: braces(name) }),
    ),
  ];
}

const standsAlone = (name: string, body: string): boolean =>
  unixLines(body)
    .split(/\n\s*\n/)
    .some((part) => part.trim() === braces(name));

/** Subject and preview may hold what the body may; nothing must stand in them, and a link would not be one there. */
function headFaults(file: ContentFile, kind: LetterKind): Fault[] {
  const { must, may }: { must: readonly string[]; may: readonly string[] } = LETTERS[kind];
  const known = [...must, ...may, ...IN_HEADS].filter(
    (name) => !name.endsWith('_link') && !BLOCK_PLACEHOLDERS.includes(name),
  );
  return ['subject', 'preview'].flatMap((field) => {
    const text = valueAt(file.fields, [field]);
    return placeholdersIn(typeof text === 'string' ? text : '')
      .filter((name) => !known.includes(name))
      .map((name) => {
        const near = nearest(braces(name), known.map(braces));
        return fieldFault(file, [field], 'letter_head', { placeholder: braces(name), ...(near && { nearest: near }) });
      });
  });
}

function blockFaults(file: ContentFile): Fault[] {
  try {
    letterBlocks(file.body);
    return [];
  } catch (error) {
    if (!(error instanceof LetterFault)) throw error;
    const at = Math.max(0, unixLines(file.body).indexOf(error.raw));
    return [bodyFault(file, at, error.code, { excerpt: error.raw.split('\n')[0]?.slice(0, 60) ?? '' })];
  }
}
