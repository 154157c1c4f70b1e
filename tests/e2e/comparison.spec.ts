// Services and providers laid side by side, by CSS alone: a table where there is room, on a phone blocks that open and stand beside each other.
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';

const TABLES = ['compare', 'providers'] as const;
const SMALLEST = { width: 320, height: 640 };

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [name, lang] of [
    ['compare', 'fi'],
    ['providers', 'sv'],
    ['compare', 'en'],
  ] as const)
    test(`those that are ticked stay, on the page of ${name} in ${lang}`, async ({ page }) => {
      await page.goto(routes.path(name, lang));
      const rows = page.locator('tbody tr:visible');
      expect(await rows.count()).toBeGreaterThan(5);
      await expect(page.locator('td:visible').first()).not.toBeEmpty();
      await rows.nth(1).getByRole('checkbox').check();
      await rows.nth(4).getByRole('checkbox').check();
      await page.getByLabel(createT(lang)('compare.only')).check();
      await expect(rows).toHaveCount(2);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    });

  for (const size of [PHONE, SMALLEST])
    for (const name of TABLES)
      test(`on a screen of ${size.width} a row opens when it is ticked, and two stand level beside each other, on the page of ${name}`, async ({
        page,
      }) => {
        await page.setViewportSize(size);
        await page.goto(routes.path(name, 'fi'));
        const rows = page.locator('tbody tr:visible');
        const cells = page.locator('td:visible');
        await expect(cells).toHaveCount(0);
        await rows.nth(1).getByRole('checkbox').check();
        const columns = await cells.count();
        expect(columns).toBeGreaterThan(3);
        await rows.nth(4).getByRole('checkbox').check();
        await page.getByLabel(createT('fi')('compare.only')).check();
        await expect(rows).toHaveCount(2);

        const boxes = await cells.evaluateAll((all) =>
          all.map((cell) => cell.getBoundingClientRect()).map(({ x, y, right }) => ({ x, y, right })),
        );
        expect(boxes).toHaveLength(2 * columns);
        for (let at = 0; at < columns; at += 1) {
          const [one, other] = [boxes[at], boxes[at + columns]];
          expect(one?.y).toBeCloseTo(other?.y ?? Number.NaN, 0);
          expect(one?.right).toBeLessThan(other?.x ?? 0);
          expect(other?.right).toBeLessThanOrEqual(size.width);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
      });
});

test('on a phone it is still a table: heads of columns and rows, and nothing that axe finds wrong', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const { look, faults } = inspector(page, 'fi');
  for (const name of TABLES) {
    await page.goto(routes.path(name, 'fi'));
    const table = page.getByRole('table');
    const heads = await table.getByRole('columnheader').count();
    const first = table.getByRole('row').nth(1);
    await first.getByRole('checkbox').check();
    await expect(first.getByRole('rowheader')).toHaveCount(1);
    await expect(first.getByRole('cell')).toHaveCount(heads - 1);
    // What is written before each cell is the head of its column.
    const labels = await first.getByRole('cell').evaluateAll((cells) => cells.map((cell) => cell.dataset.label));
    expect(labels).toEqual(
      (await table.getByRole('columnheader').allTextContents()).slice(1).map((text) => text.trim()),
    );
    await page.getByLabel(createT('fi')('compare.only')).check();
    await look(name);
  }
  expect(faults).toEqual([]);
});

test('on paper it is the table, without what cannot be pressed there', async ({ page }) => {
  await page.setViewportSize({ width: 794, height: 1123 }); // A4
  await page.emulateMedia({ media: 'print' });
  for (const name of TABLES) {
    await page.goto(routes.path(name, 'fi'));
    await expect(page.locator('thead th').first()).toBeVisible();
    await expect(page.locator('td').first()).toBeVisible();
    await expect(page.locator('.pick label').first()).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(794);
  }
});
