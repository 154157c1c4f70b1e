// The code lists: data files with a version and a date, each code with its texts in three languages.
import type { Language } from '../routes.ts';
import businessEvents from './business-events.json' with { type: 'json' };
import municipalities from './municipalities.json' with { type: 'json' };
import ontologyTerms from './ontology-terms.json' with { type: 'json' };
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
  /** A publisher may have named it in Finnish alone; a name that it did not give is none of ours to make up. */
  codes: { code: string; name: { fi: string; sv?: string; en?: string } }[];
};

/**
 * `targetGroups` KR2 and `serviceClasses` P11, P12 and P15 are those of the national service register (PTV).
 * `ontologyTerms` are those of the KOKO ontology (National Library of Finland, CC BY 3.0) that our services use.
 */
export const CODE_LISTS = {
  targetGroups,
  serviceClasses,
  ontologyTerms,
  municipalities,
  businessEvents,
} as const satisfies Record<string, CodeList>;
export type CodeListName = keyof typeof CODE_LISTS;

const list = (name: CodeListName): CodeList => CODE_LISTS[name];

export const codesOf = (name: CodeListName): string[] => list(name).codes.map(({ code }) => code);

/** A code's text, in Finnish where the list has no other; the code itself where the list lacks it, which fails the build anyway. */
export function codeText(name: CodeListName, code: string, lang: Language): string {
  const texts = list(name).codes.find((entry) => entry.code === code)?.name;
  return texts?.[lang] ?? texts?.fi ?? code;
}

/** The languages in which the publisher has named it. */
export const codeLanguages = (name: CodeListName, code: string): Language[] =>
  Object.keys(list(name).codes.find((entry) => entry.code === code)?.name ?? {}) as Language[];

/** A code's address at its publisher, which open data refers to; undefined where the list has none. */
export function codeUri(name: CodeListName, code: string): string | undefined {
  const { source } = list(name);
  // Of the ontology, the address is the code.
  if (code.startsWith('http')) return code;
  return source.startsWith('http') ? `${source}/code/${code}` : undefined;
}
