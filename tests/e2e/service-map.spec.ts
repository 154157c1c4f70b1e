// The service map: choices combine and stand in the address; without JavaScript every value has a page; rows can be laid side by side.
import type { Page } from '@playwright/test';
import { routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';

/** The filter's; the search field has one of its own. */
const hits = (page: Page) => page.locator('.filter + [role=status]');

test('choices combine, stand in the address, keep the focus and tell the number of hits', async ({ page }) => {
  await page.goto(routes.path('services', 'fi'));
  const rows = page.locator('main .rows > li:visible');
  const all = await rows.count();
  await page.getByText('Rajaa palveluja').click();
  const theme = page.getByLabel('Aihe', { exact: true });
  await theme.focus();
  await theme.selectOption('rahoitus');
  await expect(theme).toBeFocused();
  await expect(page).toHaveURL(/\?aihe=rahoitus$/);
  const ofTheme = await rows.count();
  expect(ofTheme).toBeLessThan(all);
  await expect(hits(page)).toContainText(`${ofTheme} `);

  await page.getByLabel('Yrityksen tilanne').selectOption('raha-tai-voimat-eivat-riita');
  await expect(page).toHaveURL(/\?tilanne=raha-tai-voimat-eivat-riita&aihe=rahoitus$/);
  const ofBoth = await rows.count();
  expect(ofBoth).toBeLessThan(ofTheme);

  await page.reload();
  await expect(rows).toHaveCount(ofBoth);
  await expect(theme).toHaveValue('rahoitus');
  await page.getByLabel('Yrityksen tilanne').selectOption('saastan-energiaa-ja-paastoja');
  await expect(hits(page)).toContainText('Mikään palvelu ei sovi');

  await page.getByRole('button', { name: 'Näytä kaikki palvelut' }).click();
  await expect(rows).toHaveCount(all);
  await expect(page).toHaveURL(/\/palvelut$/);
});

test('an address with a value that does not exist shows everything', async ({ page }) => {
  await page.goto(`${routes.path('services', 'fi')}?aihe=ei-ole&muu=1`);
  await expect(page.locator('main .rows > li:visible').first()).toBeVisible();
  await expect(hits(page)).toBeEmpty();
});

test('an old address of a service leads to the new one', async ({ page }) => {
  await page.goto(routes.service('energiakatselmus', 'fi'));
  await expect(page).toHaveURL(/\/palvelut\/energianeuvonta$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each choice is a link to a page of its own', async ({ page }) => {
    await page.goto(routes.path('services', 'fi'));
    await page.getByText('Rajaa palveluja').click();
    await expect(page.locator('select')).toHaveCount(8);
    await expect(page.locator('select').first()).toBeHidden();
    await page.getByRole('navigation', { name: 'Kunta' }).getByRole('link', { name: 'Hillaneva' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hillaneva');
    await expect(page.locator('main .rows > li').first()).toBeVisible();
  });

  for (const [name, path] of [
    ['services', routes.path('compare', 'fi')],
    ['providers', routes.path('providers', 'fi')],
  ] as const)
    test(`two ${name} are laid side by side`, async ({ page }) => {
      await page.goto(path);
      const rows = page.locator('tbody tr:visible');
      expect(await rows.count()).toBeGreaterThan(5);
      await rows.nth(1).getByRole('checkbox').check();
      await rows.nth(4).getByRole('checkbox').check();
      await page.getByLabel('Näytä vain ne, jotka valitset vertailuun').check();
      await expect(rows).toHaveCount(2);
    });
});
