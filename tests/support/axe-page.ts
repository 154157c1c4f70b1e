// Looks for what axe finds wrong with a page: in Finnish in light and dark colours, in the other languages at all but the colours.
import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import type { Language } from '#domain/routes.ts';
import { checkOrder } from './page-order.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const ALL = [...WCAG, 'best-practice'];

/** A page has the same colours in every language, and looking at them takes axe longer than all the rest. */
const COLOURS_ARE_SEEN_IN: Language = 'fi';
const COLOURS = 'color-contrast';

/** Resolves when the page has its colours: a change of scheme reaches it late where the machine is busy, and colours may move. */
async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Each as "rule: element — what to do". axe is half a megabyte: a page gets it once, and tells no more than what is wrong. */
async function violations(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (given) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const found = await inPage.run(document, { ...given, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary}`),
    );
  }, options);
}

/** What is wrong, each as "page, colours: rule: element"; nothing when all is right. Dark changes colours alone, and they alone are looked at again. */
export async function axeFaults(page: Page, what: string, lang: Language, tags: string[] = ALL): Promise<string[]> {
  const runOnly = { type: 'tag', values: tags } as const;
  const named = (scheme: string, faults: string[]) => faults.map((fault) => `${what}, ${scheme}: ${fault}`);
  if (lang !== COLOURS_ARE_SEEN_IN)
    return named('light', await violations(page, { runOnly, rules: { [COLOURS]: { enabled: false } } }));
  await paint(page, 'light');
  const light = await violations(page, { runOnly });
  await paint(page, 'dark');
  const dark = await violations(page, { runOnly: { type: 'rule', values: [COLOURS] } });
  await paint(page, 'light');
  return [...named('light', light), ...named('dark', dark)];
}

/** A letter has no landmarks, which are the mail app's; all else holds for it too. */
export async function letterFaults(
  page: Page,
  letter: { subject: string; html: string },
  lang: Language,
): Promise<string[]> {
  // A letter leaves its ground to the mail app; axe takes white for it unless the app says otherwise.
  const app = '<style>@media (prefers-color-scheme:dark){html{background:#121212}}</style>';
  await page.setViewportSize({ width: 320, height: 800 }); // where it is tightest
  await page.setContent(letter.html.replace('</head>', `${app}</head>`));
  return axeFaults(page, letter.subject, lang, WCAG);
}

/** Looks at one page after the other and keeps what was found, so that one test can look at many pages. */
export function inspector(page: Page, lang: Language) {
  const faults: string[] = [];
  return {
    faults,
    async look(what: string): Promise<void> {
      await checkOrder(page, what, lang);
      faults.push(...(await axeFaults(page, what, lang)));
    },
  };
}
