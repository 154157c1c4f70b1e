// smoke
import { test, expect } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
test('smoke', async ({ page }) => {
  await page.goto(process.env.E2E_PORTAL_URL + '/tarve?palvelu=hitsauskoulutus');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(createT('fi')('send-need.title.need'));
});
