// The narrowed map as a page: asked in one form, told in few words, the same for everybody.
import type { ServiceMap } from '#domain/content/service-map.ts';
import { type Choices, choicesQuery, FACET_WORDS, namedChoices, readChoices } from '#domain/find-services.ts';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { FindServices } from '#forms/find-services.tsx';
import built from './built/service-map.json' with { type: 'json' };
import type { Call } from './handle.ts';
import { renderPage } from './page.ts';
import { html, keptByNetwork, seeOther } from './respond.ts';

const maps = built as unknown as Record<Language, ServiceMap>;

// One for each combination of choices.
const KEPT = { ...keptByNetwork('max-age=86400'), 'netlify-vary': `query=${FACET_WORDS.join('|')}` };

export function findServices({ url, lang }: Call): Response {
  const { choices, unknown } = readChoices(url.searchParams, maps, lang);
  const query = choicesQuery(choices, maps[lang], lang);
  // A form sends its empty fields too, a link may have the words of another language: one address for one choice.
  const isAsTold = query !== '' && url.search === `?${query}`;
  if (unknown.length === 0 && !isAsTold) return seeOther(routes.narrowed(query, lang));
  const t = createT(lang);
  const map = maps[lang];
  const names = namedChoices(choices, map).map(({ name }) => name);
  const page = renderPage({
    frame: 'services',
    lang,
    title: [t('nav.services'), names.join(', ')].filter(Boolean).join(': '),
    main: <FindServices t={t} lang={lang} map={map} choices={choices} unknown={unknown} />,
  });
  // What somebody made up is not worth a place in the cache.
  return html(withChoicesInLinks(page, lang, choices), 200, unknown.length === 0 ? KEPT : {});
}

/** The language switch keeps the choices. */
const withChoicesInLinks = (page: string, lang: Language, choices: Choices): string =>
  LANGUAGES.filter((other) => other !== lang).reduce((html, other) => {
    const address = routes.narrowed(choicesQuery(choices, maps[other], other), other).replaceAll('&', '&amp;');
    return html.replace(`href="${routes.path('findServices', other)}"`, () => `href="${address}"`);
  }, page);
