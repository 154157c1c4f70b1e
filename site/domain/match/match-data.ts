// What the matcher needs to know of each service: its words once each, with the everyday words for its office words.
// Made at build, so that a browser gets this and never the word lists of three languages.
import type { Language } from '#domain/routes.ts';
import en from './everyday.en.json' with { type: 'json' };
import fi from './everyday.fi.json' with { type: 'json' };
import sv from './everyday.sv.json' with { type: 'json' };
import { plainWords, writtenWords } from './written-words.ts';

export interface ServiceText {
  /** The service's own address; a list that has only ids uses those. */
  slug?: string | undefined;
  id?: string | undefined;
  title: string;
  summary: string;
  keywords: readonly string[];
  body: string;
  needs: readonly string[];
}

/** `strong` says what the service is, `weak` is running text. Words are parted by spaces. */
export interface MatchEntry {
  slug: string;
  strong: string;
  weak: string;
}

/** Office words (parted by spaces; "=" ends a whole word, "-" stands for a space) → what people say instead. */
const EVERYDAY: Record<Language, Record<string, string>> = { fi, sv, en };

const wordsOf = (texts: readonly string[]): string[] => texts.flatMap(writtenWords).flatMap(plainWords);

/** Office words are looked for in the title, the keywords and the summary, at the beginning of words. */
export function everydayWords(service: ServiceText, lang: Language): string {
  const head = ` ${wordsOf([service.title, ...service.keywords, service.summary]).join(' ')} `;
  const says = (office: string): boolean => head.includes(` ${office.replaceAll('-', ' ').replace('=', ' ')}`);
  return Object.entries(EVERYDAY[lang])
    .filter(([office]) => office.split(' ').some(says))
    .map(([, people]) => people)
    .join(' ');
}

export function matchData(services: readonly ServiceText[], lang: Language): MatchEntry[] {
  return services.map((service) => {
    const everyday = everydayWords(service, lang);
    const strong = new Set(wordsOf([service.title, ...service.keywords, ...service.needs, everyday]));
    const weak = new Set(wordsOf([service.summary, service.body]).filter((word) => !strong.has(word)));
    return { slug: service.slug ?? service.id ?? '', strong: [...strong].join(' '), weak: [...weak].join(' ') };
  });
}
