// Reads the words file and makes of it what answers a text: proposals with all that a page shows of them.
import { isSure, matcherOf } from '#domain/match/matcher-of.ts';
import { besideFound, proposed } from '#domain/match/proposed.ts';
import type { WordsFile } from '#domain/match/words-file.ts';
import type { Answer, Proposal } from './messages.ts';

/** More than are ever proposed, so that `proposed` decides alone. */
const ASKED = 9;

export async function loadFinder(src: string): Promise<(text: string) => Answer> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  return finderOf((await response.json()) as WordsFile);
}

export function finderOf({ base, services, topics }: WordsFile): (text: string) => Answer {
  const match = matcherOf(services);
  const all: Proposal[] = services.map(({ id, slug, title, summary }) => ({
    id,
    path: base + slug,
    name: title,
    summary,
    why: [],
  }));
  const placeOf = new Map(services.map(({ slug }, place) => [slug, place]));
  const byTopic = topics.map((name, at) => ({
    name,
    services: all.filter((_, place) => services[place]?.topic === at),
  }));
  return (text) => {
    const matches = match(text, ASKED);
    const sure = isSure(matches);
    const found = proposed(matches).map(({ slug, why }) => ({ place: placeOf.get(slug) as number, why }));
    const places = found.map(({ place }) => place);
    // A guess has nothing to stand beside: topics are offered instead.
    const further = sure ? besideFound(places, (place) => services[place]?.beside ?? []) : [];
    return {
      sure,
      proposals: [
        ...found.map(({ place, why }) => ({ ...(all[place] as Proposal), why })),
        ...further.map(({ place, with: one }) => ({
          ...(all[place] as Proposal),
          beside: (all[one] as Proposal).name,
        })),
      ],
      topics: sure ? [] : byTopic,
    };
  };
}
