// The service map: old addresses lead on, rows can be laid side by side.
import { routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';

test('an old address of a service leads to the new one', async ({ page }) => {
  await page.goto(routes.service('energiakatselmus', 'fi'));
  await expect(page).toHaveURL(/\/palvelut\/energianeuvonta$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

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
