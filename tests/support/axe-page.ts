// Looks for what axe finds wrong with a page, in light and in dark colours.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '#domain/routes.ts';
import { checkOrder } from './page-order.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What is wrong, each as "page: rule: element"; nothing when all is right. Dark changes colours alone, and they alone are looked at again. */
export async function axeFaults(page: Page, what: string): Promise<string[]> {
  // Legacy: run in the page itself and not in a blank one besides, which is only needed where there are frames.
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axe().withTags(TAGS).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe().withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const words = (scheme: string, { violations }: typeof light) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${what}, ${scheme}: ${id}: ${target.join(' ')} — ${failureSummary}`),
    );
  return [...words('light', light), ...words('dark', dark)];
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
