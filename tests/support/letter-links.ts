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

/** The text part's personal links. Each link must lead to the portal's own address, and stand in the HTML part too. */
export function linksOf(letter: StoredLetter, kind: LetterKind, lang: Language): LetterLinks {
  const { letters, surveys } = builtCatalogue();
  const targets = new Map(
    letters[kind][lang].blocks.flatMap((block) => (block.kind === 'link' ? [[block.label, block.target]] : [])),
  );
  // The answers to a survey's first question, `yes_link` or `4_link`.
  if (kind === 'survey' || kind === 'survey_reminder')
    for (const { questions } of surveys)
      for (const [answer, words] of Object.entries(questions[0]?.answers ?? {}))
        targets.set(words[lang], `${answer}_link`);
  const found = [...(letter.text ?? '').matchAll(/^(.+):\n(https?:\S+)$/gm)];
  return Object.fromEntries(
    found.flatMap(([, label = '', url = '']) => {
      const target = targets.get(label);
      const isPersonal = url.startsWith(`${SITE_URL}/l/`);
      if (
        isPersonal !== (target !== undefined) ||
        !url.startsWith(`${SITE_URL}/`) ||
        !letter.html?.includes(`href="${url}"`)
      )
        throw new Error(`The letter "${letter.subject}" has a link that its content or its HTML has not: ${label}`);
      // The others lead to public pages.
      return target ? [[target, url.slice(SITE_URL.length)]] : [];
    }),
  );
}
