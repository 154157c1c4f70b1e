// Looks for what axe finds wrong with a page, in light and in dark colours.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '#domain/routes.ts';
import { checkOrder } from './page-order.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const ALL = [...WCAG, 'best-practice'];

/** Resolves when the page has its colours: a change of scheme reaches it late where the machine is busy, and colours may move. */
async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What is wrong, each as "page: rule: element"; nothing when all is right. Dark changes colours alone, and they alone are looked at again. */
export async function axeFaults(page: Page, what: string, tags: string[] = ALL): Promise<string[]> {
  // Legacy: run in the page itself and not in a blank one besides, which is only needed where there are frames.
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  await paint(page, 'light');
  const light = await axe().withTags(tags).analyze();
  await paint(page, 'dark');
  const dark = await axe().withRules(['color-contrast']).analyze();
  await paint(page, 'light');
  const words = (scheme: string, { violations }: typeof light) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${what}, ${scheme}: ${id}: ${target.join(' ')} — ${failureSummary}`),
    );
  return [...words('light', light), ...words('dark', dark)];
}

/** A letter has no landmarks, which are the mail app's; all else holds for it too. */
export async function letterFaults(page: Page, letter: { subject: string; html: string }): Promise<string[]> {
  // A letter leaves its ground to the mail app; axe takes white for it unless the app says otherwise.
  const app = '<style>@media (prefers-color-scheme:dark){html{background:#121212}}</style>';
  await page.setContent(letter.html.replace('</head>', `${app}</head>`));
  return axeFaults(page, letter.subject, WCAG);
}

/** Looks at one page after the other and keeps what was found, so that one test can look at many pages. */
export function inspector(page: Page, lang: Language) {
  const faults: string[] = [];
  return {
    faults,
    async look(what: string): Promise<void> {
      await checkOrder(page, what, lang);
      faults.push(...(await axeFaults(page, what)));
    },
  };
}
