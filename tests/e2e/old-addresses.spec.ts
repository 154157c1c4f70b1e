// Addresses that were once printed or sent keep leading somewhere.
import { routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';

test('an old address of a service leads to the new one', async ({ page }) => {
  await page.goto(routes.service('energiakatselmus', 'fi'));
  await expect(page).toHaveURL(/\/palvelut\/energianeuvonta$/);
});
