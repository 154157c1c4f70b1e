// Own words find the service: pure, without network. At build `matchData` makes what a browser's `matcherOf` reads.
import type { Language } from '#domain/routes.ts';
import { matchData, type ServiceText } from './match/match-data.ts';
import { type Matcher, matcherOf } from './match/matcher-of.ts';

export const createMatcher = (services: readonly ServiceText[], lang: Language): Matcher =>
  matcherOf(matchData(services, lang));

export { isSure } from './match/matcher-of.ts';
