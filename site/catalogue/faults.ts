// What no single file's schema can see: missing languages, broken references, codes, addresses used twice, letters' placeholders.

import { LETTERS, type LetterKind, placeholderFaults } from '#domain/content/letter.ts';
import { LetterFault, letterBlocks } from '#domain/content/letter-blocks.ts';
import { REQUIRED_PAGES } from '#domain/content/page.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { addressFaults } from './address-faults.ts';
import { codeFaults } from './code-faults.ts';
import { type Entry, itemOf, type RawContent, TRANSLATED } from './raw-content.ts';
import { referenceFaults } from './reference-faults.ts';

function nameFaults(raw: RawContent): string[] {
  const folders = [...TRANSLATED.map((folder) => [folder, [...raw[folder], ...raw[`${folder}Translated`]]] as const)];
  return [...folders, ['letters', raw.letters] as const].flatMap(([folder, entries]) =>
    entries
      .filter(({ id }) => !itemOf(id))
      .map(
        ({ id }) =>
          `content/${folder}/${id}.md: a file is named <id>.<fi, sv or en>.md and lies in no folder of its own`,
      ),
  );
}

function languageFaults(folder: string, entries: Entry<unknown>[], wanted: Iterable<string> = []): string[] {
  const have = new Set(entries.map(({ id }) => id));
  const items = new Set([...wanted, ...entries.flatMap(({ id }) => itemOf(id)?.item ?? [])]);
  return [...items].flatMap((item) =>
    LANGUAGES.filter((lang) => !have.has(`${item}.${lang}`)).map(
      (lang) => `content/${folder}/${item}.${lang}.md: is missing`,
    ),
  );
}

function letterFaults({ letters }: RawContent): string[] {
  return letters.flatMap(({ id, data, body = '' }) => {
    const kind = itemOf(id)?.item;
    const file = `content/letters/${id}.md`;
    if (!kind) return [];
    if (!(kind in LETTERS)) return [`${file}: no letter is called ${kind}; known: ${Object.keys(LETTERS).join(', ')}`];
    return [
      ...placeholderFaults(kind as LetterKind, body).map((fault) => `${file}: body: ${fault}`),
      ...headFaults(kind as LetterKind, 'subject', data.subject).map((fault) => `${file}: ${fault}`),
      ...headFaults(kind as LetterKind, 'preview', data.preview).map((fault) => `${file}: ${fault}`),
      ...blockFaults(body).map((fault) => `${file}: body: ${fault}`),
    ];
  });
}

/** Subject and preview may hold what the body may, {reference} and {company}; nothing must stand in them. */
function headFaults(kind: LetterKind, field: 'subject' | 'preview', text: string): string[] {
  const known: string[] = [...LETTERS[kind].must, ...LETTERS[kind].may, 'reference', 'company'];
  return [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] as string)
    .filter((name) => !known.includes(name) || name.endsWith('_link'))
    .map((name) => `${field}: {${name}} cannot stand here`);
}

function blockFaults(body: string): string[] {
  try {
    letterBlocks(body);
    return [];
  } catch (error) {
    if (error instanceof LetterFault) return [error.message];
    throw error;
  }
}

function requiredFaults({ promises, surveys, pages }: RawContent): string[] {
  const notice = pages.find(({ id }) => id === 'privacy.fi');
  return [
    ...(promises.length ? [] : ['content/promises: there must be a promise']),
    ...(surveys.some(({ data }) => data.after === 'first_response')
      ? []
      : ['content/surveys: there must be a survey with after: first_response']),
    ...(notice && !notice.data.version ? ['content/pages/privacy.fi.md: version: is missing'] : []),
  ];
}

/** Each in the form `file: field: what is wrong`, for an editor to read. */
export function contentFaults(raw: RawContent): string[] {
  const wanted: Partial<Record<string, readonly string[]>> = { pages: REQUIRED_PAGES };
  return [
    ...nameFaults(raw),
    ...TRANSLATED.flatMap((folder) =>
      languageFaults(folder, [...raw[folder], ...raw[`${folder}Translated`]], wanted[folder]),
    ),
    ...languageFaults('letters', raw.letters, Object.keys(LETTERS)),
    ...referenceFaults(raw),
    ...codeFaults(raw),
    ...addressFaults(raw),
    ...letterFaults(raw),
    ...requiredFaults(raw),
  ];
}
