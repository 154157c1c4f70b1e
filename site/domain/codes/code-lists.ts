// The code lists: data files with a version and a date, each code with its texts in three languages.
import type { ByLanguage } from '../content/catalogue.ts';
import type { Language } from '../routes.ts';
import businessEvents from './business-events.json' with { type: 'json' };
import municipalities from './municipalities.json' with { type: 'json' };
import serviceClasses from './service-classes.json' with { type: 'json' };
import targetGroups from './target-groups.json' with { type: 'json' };

export type CodeList = {
  /** The list's own name at its publisher. */
  list: string;
  version: string;
  /** The day as of which it was copied. */
  date: string;
  /** The beginning of its codes' addresses; `own` for a list of this portal, `sample` for an invented one. */
  source: string;
  codes: { code: string; name: ByLanguage }[];
};

/** `targetGroups` KR2 and `serviceClasses` P11, P12 and P15 are those of the national service register (PTV). */
export const CODE_LISTS = { targetGroups, serviceClasses, municipalities, businessEvents } as const satisfies Record<
  string,
  CodeList
>;
export type CodeListName = keyof typeof CODE_LISTS;

const list = (name: CodeListName): CodeList => CODE_LISTS[name];

export const codesOf = (name: CodeListName): string[] => list(name).codes.map(({ code }) => code);

/** A code's text; the code itself where the list lacks it, which fails the build anyway. */
export const codeText = (name: CodeListName, code: string, lang: Language): string =>
  list(name).codes.find((entry) => entry.code === code)?.name[lang] ?? code;

/** A code's address at its publisher, which open data refers to; undefined where the list has none. */
export const codeUri = (name: CodeListName, code: string): string | undefined =>
  list(name).source.startsWith('http') ? `${list(name).source}/code/${code}` : undefined;
