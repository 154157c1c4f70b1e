// The header and the form's steps on phones: level, big enough for a thumb, no word cut off, with no script.
import { LANGUAGES, routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';

const HEIGHT = 44; // a thumb's target

test.use({ javaScriptEnabled: false });

for (const lang of LANGUAGES)
  test(`the menu stands on two level lines of a 320 pixel screen and on one of wider phones, in ${lang}`, async ({
    page,
  }) => {
    await page.goto(routes.path('services', lang));
    for (const [width, lines] of [
      [320, 2],
      [360, 1],
      [390, 1],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      const boxes = await page
        .locator('.nav a')
        .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON() as DOMRect));
      expect(boxes).toHaveLength(4);
      expect(new Set(boxes.map(({ y }) => Math.round(y))).size, `lines at ${width}`).toBe(lines);
      for (const { height, right } of boxes) {
        expect(height).toBeGreaterThanOrEqual(HEIGHT);
        expect(right).toBeLessThanOrEqual(width);
      }
      const brand = await page.locator('.brand').boundingBox();
      for (const link of await page.locator('.languages a').all()) {
        const box = await link.boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(HEIGHT);
        expect(Math.abs((box?.y ?? 0) - (brand?.y ?? 0))).toBeLessThan(HEIGHT / 2);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await expect(page.locator('.nav [aria-current=page]')).toHaveCount(1);
  });

for (const lang of LANGUAGES)
  test(`the step of the need form where you are is named in full on the smallest phone, in ${lang}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(routes.needForm(lang));
    const steps = page.locator('form .path > li');
    await expect(steps).toHaveCount(4);
    // Each step in turn is made the one where you are: their names are of different lengths.
    for (let at = 0; at < 4; at += 1) {
      const shown = await steps.evaluateAll((items, here) => {
        for (const [place, item] of items.entries()) {
          if (place === here) item.setAttribute('aria-current', 'step');
          else item.removeAttribute('aria-current');
        }
        const range = document.createRange();
        range.selectNodeContents(items[here] as Node);
        const [line, ...more] = range.getClientRects();
        return {
          lines: 1 + more.length,
          right: line?.right ?? 0,
          tops: items.map((item) => item.getBoundingClientRect().y),
        };
      }, at);
      expect(shown.lines).toBe(1);
      expect(shown.right).toBeLessThanOrEqual(320);
      expect(new Set(shown.tops).size).toBe(1);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
