// The items of a collection in one language: facts of the Finnish file, texts of the language's own.
import type { Language } from '#domain/routes.ts';
import { textsEntry } from './by-language.ts';

type Entry = { id: string; data: object };

export type Joined<Fi extends Entry, Other extends Entry> = Fi['data'] &
  Other['data'] & { id: string; entry: Fi | Other };

export function joinTexts<Fi extends Entry, Other extends Entry>(
  finnish: Fi[],
  others: Other[],
  lang: Language,
): Joined<Fi, Other>[] {
  return finnish.map(({ id: finnishId, data }) => {
    const id = finnishId.replace(/\.fi$/, '');
    const entry = textsEntry(finnish, others, id, lang);
    return { ...data, ...entry.data, id, entry } as Joined<Fi, Other>;
  });
}
