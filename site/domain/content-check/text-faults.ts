// Running text that is too long, sentences that are too long, images without words.

import { renderedLength } from '../open-data/plain-text.ts';
import { PTV_LIMITS } from '../open-data/ptv-codes.ts';
import { ptvDescription } from '../open-data/ptv-texts.ts';
import type { BodyParts } from './body-parts.ts';
import type { Content } from './content.ts';
import { type ContentFile, valueAt } from './content-file.ts';
import type { Fault, Path } from './fault.ts';
import { bodyFault, fieldFault } from './place.ts';
import { longSentences, MOST_WORDS } from './sentences.ts';

const MAX = PTV_LIMITS.text;

/** The law may want a page longer than other systems take a text, so there it is a warning. */
export function lengthFaults(file: ContentFile, { length }: BodyParts): Fault[] {
  const code = file.folder === 'pages' ? 'text_long' : 'text_too_long';
  if (length > MAX) return [bodyFault(file, 0, code, { length, max: MAX })];
  return file.folder === 'services' ? registerFaults(file) : [];
}

/** Fields that stand in the register's one description, together with the body. */
const PARTS = ['forWhom', 'youGet', 'duration'] as const;

function registerFaults(file: ContentFile): Fault[] {
  const [forWhom, youGet, duration] = PARTS.map((part) => valueAt(file.fields, [part]));
  if (typeof forWhom !== 'string' || typeof duration !== 'string' || !isTexts(youGet)) return [];
  const description = ptvDescription({ forWhom, youGet, duration, body: file.body }, file.lang);
  // Rendering only ever shortens what these labels and lists are made of.
  if (description.length <= MAX) return [];
  const length = renderedLength(description);
  const parts = [...PARTS, 'body'].join(', ');
  return length > MAX ? [bodyFault(file, 0, 'register_too_long', { parts, length, max: MAX })] : [];
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

export function sentenceFaults(file: ContentFile, { blocks }: BodyParts): Fault[] {
  const params = ({ count, beginning }: { count: number; beginning: string }) => ({
    count,
    beginning,
    max: MOST_WORDS,
  });
  return [
    ...textsIn(file.fields, []).flatMap(({ path, text }) =>
      longSentences(text, file.lang).map((found) => fieldFault(file, path, 'sentence_long', params(found))),
    ),
    ...blocks.flatMap(({ text, at }) =>
      longSentences(text, file.lang).map((found) => bodyFault(file, at, 'sentence_long', params(found))),
    ),
  ];
}

function textsIn(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

export function imageFaults(file: ContentFile, { images }: BodyParts, content: Content): Fault[] {
  return images.flatMap(({ src, text, at }) => [
    ...(text ? [] : [bodyFault(file, at, 'image_text', { image: src })]),
    ...(isThere(file, src, content) ? [] : [bodyFault(file, at, 'image_missing', { image: src })]),
  ]);
}

/** From a slash on in public/, else beside the file; elsewhere in the network nobody looks. */
function isThere({ folder }: ContentFile, src: string, { publicFiles, images }: Content): boolean {
  if (/^(https?:|data:)/.test(src)) return true;
  if (src.startsWith('/')) return publicFiles.has(src);
  return images.has(`${folder}/${src.replace(/^\.\//, '')}`);
}
