// Ways of using the form that people have: the keyboard alone, the browser's own buttons, another language, a small screen.

import type { Locator, Page } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, type Language, routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { button, DESCRIPTION, heading, needForm, newTeller, openForm, takenOver } from '../support/tell-need.ts';

const fi = createT('fi');

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never reached ${control}`);
}

for (const js of [true, false])
  test.describe(() => {
    test.use({ javaScriptEnabled: js });

    test(`the keyboard alone leads from a service to the receipt, ${js ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      const { keyboard } = page;
      const form = needForm(page, 'fi');
      const who = newTeller();
      const service = builtCatalogue().services.find(({ id }) => id === 'hitsauskoulutus');
      await page.goto(routes.service(service?.slug.fi ?? '', 'fi'));
      await tabTo(
        page,
        page
          .getByRole('main')
          .getByRole('link', { name: fi('service.tell') })
          .first(),
      );
      await keyboard.press('Enter');
      await form.at('need');
      if (js) await takenOver(page, 'fi');
      await tabTo(page, form.description);
      await keyboard.type(who.description);
      await tabTo(page, form.next);
      await keyboard.press('Enter');
      await form.at('company');
      await tabTo(page, form.businessId);
      await keyboard.type(who.businessId);
      await keyboard.press('Enter'); // Enter in a field goes on, as the first button would
      await form.at('contact');
      await tabTo(page, form.name);
      await keyboard.type(who.name);
      await tabTo(page, form.email);
      await keyboard.type(who.email);
      await tabTo(page, form.by('email'));
      await keyboard.press('Space');
      await tabTo(page, form.next);
      await keyboard.press('Space');
      await form.at('check');
      await tabTo(page, form.send);
      await keyboard.press('Enter');
      await expect(heading(page)).toHaveText(fi('receipt.title'));
    });

    test(`the browser's back and forward buttons lose nothing, ${js ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      const form = needForm(page, 'fi');
      const who = newTeller();
      await page.goto(routes.path('services', 'fi'));
      await openForm(page, 'fi', { js });
      await form.tellNeed(who);
      await form.tellCompany(who);
      await form.name.fill(who.name);
      await page.goBack();
      if (js) {
        // The steps are one page here: back leaves it, and forward opens it with the draft.
        await expect(heading(page)).toHaveText(fi('services.title'));
        await page.goForward();
        await takenOver(page, 'fi');
        await expect(form.description).toHaveValue(who.description);
        await form.next.click();
        await expect(form.businessId).toHaveValue(who.businessId);
        await form.next.click();
        await expect(form.name).toHaveValue(who.name);
      } else {
        await form.at('company');
        await expect(form.businessId).toHaveValue(who.businessId);
        await page.goBack();
        await form.at('need');
        await expect(form.description).toHaveValue(who.description);
        await page.goForward();
        await page.goForward();
        await form.at('contact');
        await expect(form.name).toHaveValue(who.name);
      }
    });
  });

test('the language switch stays on the same page, and the draft goes along', async ({ page }) => {
  await openForm(page, 'fi');
  await needForm(page, 'fi').description.fill(DESCRIPTION);
  const links = page.getByRole('navigation', { name: fi('site.languages') });
  await links.getByRole('link', { name: 'Svenska' }).click();
  await expect(page).toHaveURL(routes.path('needForm', 'sv'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await takenOver(page, 'sv');
  await expect(needForm(page, 'sv').description).toHaveValue(DESCRIPTION);
});

test('a service stays chosen when the language is changed', async ({ page }) => {
  const service = builtCatalogue().services.find(({ id }) => id === 'hitsauskoulutus');
  await openForm(page, 'fi', { service: 'hitsauskoulutus' });
  await page.getByRole('link', { name: 'English' }).click();
  await takenOver(page, 'en');
  await expect(page.getByLabel(service?.name.en ?? '')).toBeChecked();
});

/** How far the page can be scrolled sideways, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const lang of LANGUAGES)
  test(`nothing scrolls sideways on a screen of 320 pixels or with text of 200 %, in ${lang}`, async ({
    page,
    portal,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const t = createT(lang);
    const form = needForm(page, lang);
    const who = newTeller({ companyName: 'Lentokonesuihkuturbiinimoottoriapumekaanikkokoulutus Oy' });
    const checkNarrow = async (what: string) => expect(await overflow(page), `${what} at 320 pixels`).toBe(0);
    const checkWidth = async (what: string) => {
      await checkNarrow(what);
      await page.setViewportSize({ width: 640, height: 1280 });
      // As a browser's own setting does it. Through the object model: a style element is what the page's policy forbids.
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await overflow(page), `${what} with large text`).toBe(0);
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
      await page.setViewportSize({ width: 320, height: 640 });
    };
    for (const path of pagesToMeasure(lang)) {
      await page.goto(path);
      await checkWidth(path);
    }
    // The others are of the same kind and differ in their words, the longest of which are told by the narrow screen.
    for (const { slug } of builtCatalogue().services.slice(1)) {
      await page.goto(routes.service(slug[lang], lang));
      await checkNarrow(slug[lang]);
    }
    await openForm(page, lang, { service: 'hitsauskoulutus' });
    await form.next.click();
    await checkWidth('an error');
    await form.tellNeed(who);
    await checkWidth('the company step');
    await form.tellCompany(who);
    await checkWidth('the contact step');
    await form.tellContact(who);
    await checkWidth('the check step');
    await button(page, t('send-need.send')).click();
    await expect(heading(page)).toHaveText(t('receipt.title'));
    await checkWidth('the receipt');
    await page.getByRole('link', { name: t('receipt.follow') }).click();
    await expect(heading(page)).not.toHaveText(t('receipt.title'));
    await checkWidth('the status page');
    const { reference } = await portal.sendNeed({ language: lang, description: `${'x'.repeat(200)} ${DESCRIPTION}` });
    const { links } = await portal.letter('new_need', 'maija@kaupunki.example', 'fi', reference);
    for (const path of Object.values(links)) {
      await page.goto(path);
      await checkWidth(path);
    }
  });

function pagesToMeasure(lang: Language): string[] {
  const { services, providers } = builtCatalogue();
  return [
    ...(['home', 'services', 'providers', 'promise', 'privacy', 'accessibility', 'requestLink'] as const).map((page) =>
      routes.path(page, lang),
    ),
    ...services.slice(0, 1).map(({ slug }) => routes.service(slug[lang], lang)),
    ...providers.slice(0, 2).map(({ id }) => routes.provider(id, lang)),
  ];
}
