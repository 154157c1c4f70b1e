// Finds a letter by its kind, and the links in it by what they are for, as the content of the letter names them.
import type { LetterKind } from '#domain/content/letter.ts';
import type { Language } from '#domain/routes.ts';
import type { StoredLetter } from '../../functions/_local/mail-store.ts';
import { builtCatalogue } from './built-catalogue.ts';
import { SITE_URL } from './served-portal.ts';

/** Placeholder (`take_link`) → path of the link. */
export type LetterLinks = Readonly<Record<string, string>>;

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

export function isLetter(letter: StoredLetter, kind: LetterKind, lang: Language, reference: string): boolean {
  const { subject } = builtCatalogue().letters[kind][lang];
  const pattern = escaped(subject).replace(/\{(\w+)\}/g, (_, name) => (name === 'reference' ? reference : '.+'));
  return new RegExp(`^${pattern}$`).test(letter.subject);
}

/** The text part's links, in the order of the content's. Each must lead to the portal's own address. */
export function linksOf(letter: StoredLetter, kind: LetterKind, lang: Language): LetterLinks {
  const names = builtCatalogue().letters[kind][lang].blocks.flatMap((block) =>
    block.kind === 'link' ? [block.target] : [],
  );
  const urls = [...(letter.text ?? '').matchAll(/^.+:\n(https?:\S+)$/gm)].map(([, url]) => url as string);
  if (urls.length !== names.length || urls.some((url) => !url.startsWith(`${SITE_URL}/l/`)))
    throw new Error(`The letter "${letter.subject}" has other links than its content: ${urls.length}, ${names}`);
  if (urls.some((url) => !letter.html?.includes(`href="${url}"`)))
    throw new Error(`The letter "${letter.subject}" has other links in its HTML than in its text`);
  return Object.fromEntries(urls.map((url, place) => [names[place], url.slice(SITE_URL.length)]));
}
