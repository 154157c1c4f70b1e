// What a screen reader goes by on every page: its language and title, one first heading, no level left out, the skip link.
import { expect, type Page } from '@playwright/test';
import type { Language } from '#domain/routes.ts';

export async function checkOrder(page: Page, what: string, lang: Language): Promise<void> {
  const found = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return {
      lang: document.documentElement.lang,
      hasTitle: / – Tarjotin$|^Tarjotin/.test(document.title),
      mains: document.querySelectorAll('main').length,
      firstHeadings: levels.filter((level) => level === 1).length,
      // The summary of errors stands before the first heading, with a second-level one of its own.
      leaps: levels.filter((level, at) => level - (levels[at - 1] ?? 1) > 1),
      idsGivenTwice: ids.filter((id, at) => ids.indexOf(id) !== at),
      firstLink: document.querySelector('a')?.getAttribute('href'),
    };
  });
  expect(found, what).toEqual({
    lang,
    hasTitle: true,
    mains: 1,
    firstHeadings: 1,
    leaps: [],
    idsGivenTwice: [],
    firstLink: '#main',
  });
}
