// Every kind of public page in every language, looked at by axe, and what axe does not see.

import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';

const ONE_EACH = [
  'home',
  'services',
  'compare',
  'providers',
  'promise',
  'figures',
  'privacy',
  'accessibility',
  'requestLink',
  'events',
  'tools',
  'guidance',
  'governance',
  'joining',
  'openData',
] as const;

const THEME = { fi: 'rahoitus', sv: 'finansiering', en: 'funding' };
const MUNICIPALITY = { fi: 'koivuselka', sv: 'bjorkas', en: 'koivuselka' };

function onePageOfEachKind(lang: Language): string[] {
  const { services, providers } = builtCatalogue();
  const [service] = services;
  const [provider] = providers;
  return [
    ...ONE_EACH.map((page) => routes.path(page, lang)),
    routes.service(service?.slug[lang] ?? '', lang),
    routes.provider(provider?.id ?? '', lang),
    routes.facet('theme', THEME[lang], lang),
    routes.facet('municipality', MUNICIPALITY[lang], lang),
  ];
}

for (const lang of LANGUAGES) {
  test(`no public page has anything that axe finds wrong, in ${lang}`, async ({ page }) => {
    const { look, faults } = inspector(page, lang);
    for (const path of onePageOfEachKind(lang)) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await look(path);
    }
    expect(faults).toEqual([]);
  });
}

test('the language is changed back and forth in one click, on pages that are built and on those of functions', async ({
  page,
}) => {
  for (const path of ['home', 'promise', 'needForm'] as const) {
    await page.goto(routes.path(path, 'fi'));
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    for (const lang of ['sv', 'en', 'fi'] as const) {
      const link = page.locator(`header nav a[hreflang=${lang}]`);
      await expect(link).toHaveAttribute('lang', lang);
      await link.click();
      await expect(page).toHaveURL(routes.path(path, lang));
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '');
  }
});

test('an address that does not exist gets a page that axe finds nothing wrong with', async ({ page }) => {
  const { look, faults } = inspector(page, 'fi');
  expect((await page.goto('/ei-ole'))?.status()).toBe(404);
  await look('404');
  expect(faults).toEqual([]);
});

for (const javaScriptEnabled of [true, false])
  test.describe(() => {
    test.use({ javaScriptEnabled });
    test(`the skip link is the first stop, is seen when it has the focus, and leads to the content, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      for (const path of [routes.path('home', 'fi'), routes.path('needForm', 'fi')]) {
        await page.goto(path);
        await page.keyboard.press('Tab');
        const skip = page.getByRole('link', { name: createT('fi')('site.skip') });
        await expect(skip).toBeFocused();
        await expect(skip).toBeInViewport({ ratio: 1 });
        await page.keyboard.press('Enter');
        await expect(page.locator('#main')).toBeFocused();
      }
    });
  });

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(() => {
    test.use({ colorScheme });
    test(`whatever has the focus is seen to have it, in ${colorScheme} colours`, async ({ page }) => {
      for (const path of [routes.path('home', 'fi'), routes.needForm('fi', 'hitsauskoulutus')]) {
        await page.goto(path);
        const stops = await page
          .locator('a[href], button, input:not([type=hidden]):not([tabindex="-1"]), textarea, summary')
          .count();
        for (let stop = 0; stop < stops; stop += 1) {
          await page.keyboard.press('Tab');
          const seen = await page.evaluate(() => {
            const element = document.activeElement;
            if (!element || element === document.body) return undefined;
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
            const hasRing = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
            return hasRing || element.outerHTML.slice(0, 120);
          });
          expect([true, undefined], `${path}, stop ${stop}: ${seen}`).toContain(seen);
        }
      }
    });
  });
