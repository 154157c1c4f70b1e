// Narrowing the service map: choices combine, stand in the address and keep the focus, with a script in place, without one by a form.
import { createT } from '#domain/i18n/t.ts';
import { FACETS, type Language, routes } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { textPattern } from '../support/text-pattern.ts';
import { SCRIPT_BY_LANGUAGE } from '../support/ways.ts';

const THEME = { fi: 'rahoitus', sv: 'finansiering', en: 'funding' };
const PLACE = { fi: 'hillaneva', sv: 'hjortronmo', en: 'hillaneva' };
const ROWS = 'main .rows > li:visible';
const both = (lang: Language) => `${FACETS.theme[lang]}=${THEME[lang]}&${FACETS.municipality[lang]}=${PLACE[lang]}`;
const ends = (address: string) => new RegExp(`${RegExp.escape(address)}$`);

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });

    for (const { lang } of SCRIPT_BY_LANGUAGE.filter(({ js }) => js === javaScriptEnabled))
      test(`choices combine and stand in the address, which opens the same again, in ${lang}`, async ({ page }) => {
        const t = createT(lang);
        const status = page.locator('p.lead[role=status]');
        await page.goto(routes.path('services', lang));
        const all = await page.locator(ROWS).count();
        await expect(status).toBeEmpty();
        await page.getByText(t('filter.summary')).click();
        await page.getByRole('combobox', { name: t('facet.theme'), exact: true }).selectOption(THEME[lang]);
        await page.getByRole('combobox', { name: t('facet.municipality'), exact: true }).selectOption(PLACE[lang]);
        const button = page.getByRole('button', { name: t('filter.show') });
        if (javaScriptEnabled) await expect(button).toBeHidden();
        else await button.click();

        await expect(page).toHaveURL(ends(routes.narrowed(both(lang), lang)));
        await expect(status).toHaveText(textPattern(t('filter.hits')));
        await page.waitForLoadState(); // the rows come last
        const hits = await page.locator(ROWS).count();
        expect(hits).toBeGreaterThan(0);
        expect(hits).toBeLessThan(all);
        await expect(status).toContainText(`${hits} `);

        await page.reload();
        await expect(page.locator(ROWS)).toHaveCount(hits);
        await expect(status).toContainText(`${hits} `);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('filter.title'));
        const chips = page.getByRole('list', { name: t('filter.chosen') }).getByRole('link');
        await expect(chips).toHaveCount(2);
        await chips.first().click();
        await expect(chips).toHaveCount(1);
        const query = `${FACETS.municipality[lang]}=${PLACE[lang]}`;
        await expect(page).toHaveURL(ends(routes.narrowed(query, lang)));
        await page.waitForLoadState();
        expect(await page.locator(ROWS).count()).toBeGreaterThan(hits);
        await page.getByRole('link', { name: t('filter.clear') }).click();
        await expect(page.locator(ROWS)).toHaveCount(all);
        await expect(page).toHaveURL(ends(routes.path('services', lang)));
      });

    test('whoever goes on in another language takes the choices along', async ({ page }) => {
      const t = createT('fi');
      await page.goto(routes.narrowed(both('fi'), 'fi'));
      const hits = await page.locator(ROWS).count();
      await page.locator('header a[hreflang=sv]').click();
      await expect(page).toHaveURL(ends(routes.narrowed(both('sv'), 'sv')));
      await expect(page.locator(ROWS)).toHaveCount(hits);
      await page.locator('header a[hreflang=fi]').click();
      await page.getByText(t('filter.summary')).click();
      await page.getByRole('combobox', { name: t('facet.municipality'), exact: true }).selectOption('');
      if (!javaScriptEnabled) await page.getByRole('button', { name: t('filter.show') }).click();
      await page.locator('header a[hreflang=en]').click();
      await expect(page).toHaveURL(ends(routes.narrowed('theme=funding', 'en')));
    });

    test('a page of one value leads on to where more can be chosen', async ({ page }) => {
      await page.goto(routes.facet('municipality', PLACE.fi, 'fi'));
      await page.getByRole('link', { name: createT('fi')('filter.more') }).click();
      await expect(page.getByRole('combobox', { name: 'Kunta', exact: true })).toHaveValue(PLACE.fi);
      await expect(page.getByRole('combobox', { name: 'Kunta', exact: true })).toBeVisible();
    });
  });

test('the narrowed map fits a phone and has nothing that axe finds wrong, nor when nothing is left or asked for', async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const { look, faults } = inspector(page, 'fi');
  for (const query of [both('fi'), 'tilanne=lahden-vientiin&aihe=alku', 'aihe=ei-ole']) {
    await page.goto(routes.narrowed(query, 'fi'));
    await page.getByText('Rajaa palveluja', { exact: true }).click();
    await look(query);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  }
  expect(faults).toEqual([]);
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: PHONE });

  test('every service of the map is in sight, on the screen and on paper', async ({ page }) => {
    await page.goto(routes.path('services', 'fi'));
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
    const all = builtCatalogue().services.length;
    await expect(page.locator(ROWS)).toHaveCount(all);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator(ROWS)).toHaveCount(all);
  });
});

test('each change acts at once, keeps the focus, and is done with the keyboard alone', async ({ page }) => {
  await page.goto(routes.path('services', 'fi'));
  await page.getByText('Rajaa palveluja').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const theme = page.getByRole('combobox', { name: 'Aihe', exact: true });
  await expect(theme).toBeFocused();
  await page.keyboard.type('Rahoitus');
  await expect(page).toHaveURL(/\?aihe=rahoitus$/);
  await expect(theme).toBeFocused();

  const chip = page.getByRole('link', { name: /^Aihe: Rahoitus/ });
  await chip.focus();
  await page.keyboard.press('Enter');
  await expect(chip).toHaveCount(0);
  await expect(page.locator('summary')).toBeFocused();
});

test('when nothing is left, each choice says what its dropping brings back, and brings it', async ({ page }) => {
  await page.goto(routes.path('services', 'fi'));
  await page.getByText('Rajaa palveluja').click();
  await page.getByRole('combobox', { name: 'Aihe', exact: true }).selectOption('rahoitus');
  await page.getByRole('combobox', { name: 'Yrityksen tilanne' }).selectOption('saastan-energiaa-ja-paastoja');
  await expect(page.locator('p.lead[role=status]')).toContainText('Mikään palvelu ei sovi');
  const chip = page.getByRole('link', { name: /^Aihe: Rahoitus/ });
  const gain = Number(/Ilman tätä (\d+)/.exec((await chip.textContent()) ?? '')?.[1]);
  expect(gain).toBeGreaterThan(0);
  await chip.click();
  await expect(page.locator(ROWS)).toHaveCount(gain);
  await expect(page.getByRole('link', { name: /^Yrityksen tilanne/ })).toBeFocused();
});

test('an address of the map itself that asks for something is narrowed too, and told as the one to share', async ({
  page,
}) => {
  await page.goto(`${routes.path('services', 'fi')}?aihe=rahoitus&muu=1`);
  await expect(page).toHaveURL(ends(routes.narrowed('aihe=rahoitus', 'fi')));
  await page.goto(`${routes.path('services', 'fi')}?aihe=ei-ole`);
  await expect(page.locator(ROWS).first()).toBeVisible();
  await expect(page.locator('p.lead[role=status]')).toBeEmpty();
});
