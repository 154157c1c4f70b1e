// The everyday words over the whole content: they open a way to a service and close none.
import { describe, expect, it } from 'vitest';
import { everydayWords } from '#domain/match/match-data.ts';
import { createMatcher } from '#domain/match.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { contentServices } from '../support/content-services.ts';

describe.each(LANGUAGES)('in %s', (lang) => {
  const services = contentServices(lang);
  const matcher = createMatcher(services, lang);

  it('every service has everyday words', () => {
    const bare = services.filter((service) => everydayWords(service, lang) === '').map(({ slug }) => slug);
    expect(services.length).toBeGreaterThan(0);
    expect(bare).toEqual([]);
  });

  it('a service is among the first three for its own name, its keywords and its needs', () => {
    const lost = services.flatMap(({ slug, title, keywords, needs }) =>
      [title, ...keywords, ...needs]
        .filter((text) => !matcher(text, 3).some((match) => match.slug === slug))
        .map((text) => `${slug}: ${text}`),
    );
    // A word that several services share may name any of them: no more than one text in fifty.
    const texts = services.reduce((sum, { keywords, needs }) => sum + keywords.length + needs.length + 1, 0);
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(texts / 50);
  });
});
