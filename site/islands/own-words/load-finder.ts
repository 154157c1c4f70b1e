// Reads the words file and makes of it what answers a text: proposals with all that a page shows of them.
import { isSure, matcherOf } from '#domain/match/matcher-of.ts';
import { proposed } from '#domain/match/proposed.ts';
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
  const shown = services.map(({ id, slug, title, summary, topic }) => ({
    slug,
    topic,
    proposal: { id, path: base + slug, name: title, summary, why: [] as string[] },
  }));
  const bySlug = new Map(shown.map(({ slug, proposal }) => [slug, proposal]));
  const byTopic = topics.map((name, at) => ({
    name,
    services: shown.filter(({ topic }) => topic === at).map(({ proposal }) => proposal),
  }));
  return (text) => {
    const matches = match(text, ASKED);
    const sure = isSure(matches);
    return {
      sure,
      proposals: proposed(matches).map(({ slug, why }) => ({ ...(bySlug.get(slug) as Proposal), why })),
      topics: sure ? [] : byTopic,
    };
  };
}
