// Search field and need form with their proposals and doubts open, looked at by axe, and on a small screen.
import type { Page } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { SAYINGS, searchField } from '../support/own-words.ts';
import { needForm, openForm } from '../support/tell-need.ts';

/** One field on both pages, with the same colours and markup in each language. */
const PAGES = { fi: ['home', 'services'], sv: ['services'], en: ['home'] } as const;

for (const lang of LANGUAGES)
  test.describe(() => {
    test.use({ locale: lang, viewport: { width: 320, height: 640 } });
    const t = createT(lang);
    const { text, other, doubt } = SAYINGS[lang];

    /** Looks with axe, and for anything that scrolls sideways. */
    function watch(page: Page) {
      const { look, faults } = inspector(page, lang);
      return {
        faults,
        async look(what: string): Promise<void> {
          await look(what);
          const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
          expect(await page.evaluate(overflow), what).toBe(0);
        },
      };
    }

    for (const path of PAGES[lang])
      test(`axe finds nothing wrong with what the search field of ${path} shows, in ${lang}`, async ({ page }) => {
        const { look, faults } = watch(page);
        const field = searchField(page, lang);
        await page.goto(routes.path(path, lang));
        await field.input.fill(text);
        await expect(field.proposals.first()).toBeVisible();
        await look('proposals');
        await field.input.fill(doubt);
        await expect(field.unsure).toBeVisible();
        await look('doubt');
        expect(faults).toEqual([]);
      });

    test(`axe finds nothing wrong with what the need form proposes, in ${lang}`, async ({ page }) => {
      const { look, faults } = watch(page);
      const form = needForm(page, lang);
      await openForm(page, lang);
      await form.description.fill(other);
      const proposals = page.getByRole('group', { name: t('send-need.proposals.label') });
      await proposals.getByRole('checkbox').first().check();
      await look('proposals');
      await form.description.fill(doubt);
      await page.getByText(t('theme.alku.name'), { exact: true }).click();
      await look('doubt with a topic open');
      expect(faults).toEqual([]);
    });
  });
