// What a browser reads to find services by own words: their match data, and what a proposal shows and picks.
import type { ServiceFacts, ServiceTexts } from '#domain/content/service.ts';
import type { Language } from '#domain/routes.ts';
import { type MatchEntry, matchData } from './match-data.ts';

export interface WordsFile {
  /** What stands before a slug in the address of a service's page. */
  base: string;
  /** Names of the topics; each service says the place of its own. */
  topics: string[];
  services: (MatchEntry & {
    id: string;
    topic: number;
    /** Places, in this list, of the services that go with it, the nearest first. */
    beside: number[];
  })[];
}

export type DescribedService = Pick<
  ServiceTexts,
  'slug' | 'name' | 'summary' | 'forWhom' | 'youGet' | 'needs' | 'keywords'
> &
  Pick<ServiceFacts, 'before' | 'after' | 'related'> & { id: string; theme: string; body: string };

/** As many as may be wanted beside a service that alone was found. */
const MOST_BESIDE = 3;

/**
 * For whom, what you get and the body count as running text. Steps, conditions, price and duration do not: they are much
 * the same in all services, and with them two of 60 needs lost their first place.
 */
export function wordsFile(
  services: readonly DescribedService[],
  topics: readonly { theme: string; name: string }[],
  base: string,
  lang: Language,
): WordsFile {
  const entries = matchData(
    services.map(({ slug, name, summary, keywords, needs, forWhom, youGet, body }) => ({
      slug,
      title: name,
      summary,
      keywords,
      needs,
      body: [forWhom, ...youGet, body].join('\n'),
    })),
    lang,
  );
  const places = new Map(services.map(({ id }, place) => [id, place]));
  return {
    base,
    topics: topics.map(({ name }) => name),
    services: services.map(({ id, theme, before, after, related }, at) => ({
      ...(entries[at] as MatchEntry),
      id,
      topic: topics.findIndex((topic) => topic.theme === theme),
      beside: [...new Set([...related, ...after, ...before])]
        .flatMap((other) => places.get(other) ?? [])
        .slice(0, MOST_BESIDE),
    })),
  };
}
