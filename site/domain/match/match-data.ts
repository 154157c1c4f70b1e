// What the matcher needs to know of each service: its words once each, with the everyday words for its office words.
// Made at build, so that a browser gets this and never the word lists of three languages.
import type { Language } from '#domain/routes.ts';
import en from './everyday.en.json' with { type: 'json' };
import fi from './everyday.fi.json' with { type: 'json' };
import sv from './everyday.sv.json' with { type: 'json' };
import { wordsOf } from './written-words.ts';

export interface ServiceText {
  /** The service's own address; a list that has only ids uses those. */
  slug?: string | undefined;
  id?: string | undefined;
  title: string;
  summary: string;
  keywords?: readonly string[] | undefined;
  body: string;
  needs?: readonly string[] | undefined;
}

/**
 * `title` and `strong` say what the service is, `summary` and `weak` are running text. Title and summary are as a page
 * shows them, and no word of theirs stands in the other two, where words are parted by spaces.
 */
export interface MatchEntry {
  slug: string;
  title: string;
  summary: string;
  strong: string;
  weak: string;
}

/** Office words (parted by spaces; "=" ends a whole word, "-" stands for a space) → what people say instead. */
const EVERYDAY = { fi: told(fi), sv: told(sv), en: told(en) } satisfies Record<Language, unknown>;

function told(words: Record<string, string>): { offices: string[]; people: string }[] {
  const beginning = (office: string) => ` ${office.replaceAll('-', ' ').replace('=', ' ')}`;
  return Object.entries(words).map(([offices, people]) => ({ offices: offices.split(' ').map(beginning), people }));
}

/** Office words are looked for in the title, the keywords and the summary, at the beginning of words. */
export function everydayWords({ title, keywords = [], summary }: ServiceText, lang: Language): string {
  const head = ` ${wordsOf([title, ...keywords, summary]).join(' ')} `;
  return EVERYDAY[lang]
    .filter(({ offices }) => offices.some((office) => head.includes(office)))
    .map(({ people }) => people)
    .join(' ');
}

/** The words of some texts once each, but for those that stand elsewhere already. */
const further = (texts: readonly string[], elsewhere: readonly string[]): string[] => {
  const known = new Set(elsewhere);
  return [...new Set(wordsOf(texts))].filter((word) => !known.has(word));
};

export function matchData(services: readonly ServiceText[], lang: Language): MatchEntry[] {
  return services.map((service) => {
    const { title, summary, keywords = [], needs = [], body } = service;
    const named = wordsOf([title]);
    const strong = further([...keywords, ...needs, everydayWords(service, lang)], named);
    const weak = further([body], [...named, ...strong, ...wordsOf([summary])]);
    return { slug: service.slug ?? service.id ?? '', title, summary, strong: strong.join(' '), weak: weak.join(' ') };
  });
}
