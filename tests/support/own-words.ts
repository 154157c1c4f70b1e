// Own words in the browser: the search field, and what people write in each language with the service they mean.
import type { Page, Request } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { builtCatalogue } from './built-catalogue.ts';

/** A need, the word in it that brings the service up, and another need for another service. */
export const SAYINGS = {
  fi: {
    text: 'tarvitaan hitsaajia',
    word: 'hitsaajia',
    other: 'trukkikortit vanhenevat kaikilta',
    doubt: 'hyvää huomenta kaikille siellä',
  },
  sv: {
    text: 'vi hittar inga svetsare',
    word: 'svetsare',
    other: 'truckkorten går ut för alla',
    doubt: 'god morgon till er alla där borta',
  },
  en: {
    text: 'we cannot find welders',
    word: 'welders',
    other: 'forklift licences are running out',
    doubt: 'good morning to all of you',
  },
} as const satisfies Record<Language, Record<string, string>>;

export function service(id: string, lang: Language): { id: string; name: string; slug: string } {
  const found = builtCatalogue().services.find((one) => one.id === id);
  if (!found) throw new Error(`there is no service ${id}`);
  return { id, name: found.name[lang], slug: found.slug[lang] };
}

export function searchField(page: Page, lang: Language) {
  const t = createT(lang);
  const box = page.locator('search');
  return {
    box,
    input: box.getByLabel(t('search.label')),
    proposals: box.getByRole('heading', { level: 3 }),
    status: box.getByRole('status'),
    topics: box.getByRole('list', { name: t('services.themes') }),
    unsure: box.locator('.notice').getByText(t('search.unsure')),
    failed: box.locator('.notice').getByText(t('search.failed')),
  };
}

/** Everything that leaves the page, its workers too, as one text for each request. */
export function watchRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request: Request) => {
    const headers = Object.entries(request.headers()).map(([name, value]) => `${name}: ${value}`);
    sent.push([request.method(), decodeURIComponent(request.url()), ...headers, request.postData() ?? ''].join('\n'));
  });
  return sent;
}
