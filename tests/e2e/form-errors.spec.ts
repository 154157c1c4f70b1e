// What the need form does with wrong answers, with and without JavaScript, and that nothing written is lost.
import { createT } from '#domain/i18n/t.ts';
import { expect, test } from '../support/browser-test.ts';
import { DESCRIPTION, needForm, newTeller, openForm } from '../support/tell-need.ts';
import { SCRIPT_BY_LANGUAGE } from '../support/ways.ts';

for (const { lang, js } of SCRIPT_BY_LANGUAGE)
  test.describe(() => {
    test.use({ javaScriptEnabled: js });
    test(`a wrong step is shown again with a summary that has the focus, in ${lang}, ${js ? 'with' : 'without'} JavaScript`, async ({
      page,
    }) => {
      const t = createT(lang);
      const form = needForm(page, lang);
      const summary = page.getByRole('alert');
      const who = newTeller();
      await openForm(page, lang, { service: 'hitsauskoulutus', js });

      await form.description.fill('Liian lyhyt');
      await form.next.click();
      await expect(summary).toBeFocused();
      await expect(page).toHaveTitle(new RegExp(`^${t('form.error')}: `));
      await expect(summary.getByRole('heading', { level: 2 })).toHaveText(t('form.error-summary'));
      await expect(form.description).toHaveAttribute('aria-invalid', 'true');
      await expect(form.description).toHaveAccessibleDescription(
        new RegExp(`${t('form.error')}: ${t('send-need.error.description.too_short').slice(0, 20)}`),
      );
      await expect(form.description).toHaveValue('Liian lyhyt');
      await summary.getByRole('link', { name: t('send-need.error.description.too_short') }).click();
      await expect(form.description).toBeFocused();

      await form.tellNeed(who);
      await expect(summary).toHaveCount(0);
      await expect(page).not.toHaveTitle(new RegExp(`^${t('form.error')}`));
      await form.businessId.fill('0201256-7');
      await form.companyName.fill('Åkerlund & <b>Pojat</b> "Oy"');
      await form.next.click();
      await expect(summary.getByRole('link', { name: t('send-need.error.business_id.check_digit') })).toBeVisible();
      await expect(form.companyName).toHaveValue('Åkerlund & <b>Pojat</b> "Oy"');
      await form.businessId.fill(who.businessId);
      await form.next.click();

      await form.at('contact');
      await form.email.fill('sanna@paja');
      await form.by('phone').check();
      await form.next.click();
      await expect(summary).toBeFocused();
      const links = summary.getByRole('link');
      await expect(links).toHaveText([
        t('send-need.error.contact_name.missing'),
        t('send-need.error.contact_email.bad_email'),
        t('send-need.error.contact_phone.missing'),
      ]);
      await links.nth(2).click();
      await expect(form.phone).toBeFocused();
      await expect(form.email).toHaveValue('sanna@paja');
      await expect(form.by('phone')).toBeChecked();
      await form.tellContact(who);

      await form.back.click();
      await form.back.click();
      await form.back.click();
      await expect(form.description).toHaveValue(DESCRIPTION);
    });
  });

test('every line of the check step leads back to its question and forward again', async ({ page }) => {
  const t = createT('fi');
  const form = needForm(page, 'fi');
  const who = newTeller();
  await openForm(page, 'fi');
  await form.tellNeed(who);
  await form.tellCompany(who);
  await form.tellContact(who);
  await page.getByRole('button', { name: new RegExp(`^${t('form.change')}\\s?: ${t('need.company')}$`) }).click();
  await form.at('company');
  await expect(form.companyName).toHaveValue(who.companyName);
  await form.companyName.fill('Toinen Oy');
  await form.next.click();
  await form.next.click();
  await form.at('check');
  await expect(page.getByRole('main')).toContainText('Toinen Oy');
});

test('a founder without a business ID has a way through', async ({ page, portal }) => {
  const form = needForm(page, 'en');
  const who = newTeller();
  await openForm(page, 'en');
  await form.tellNeed(who);
  await form.next.click();
  await expect(page.getByRole('alert')).toBeFocused();
  await form.founder.check();
  await form.next.click();
  await form.tellContact(who);
  await expect(page.getByRole('main')).toContainText(createT('en')('need.founder'));
  await form.send.click();
  await expect(page).toHaveURL(/\/r\//);
  const needs = await portal.rows('select founder, business_id from app.needs where contact_email = $1', [who.email]);
  expect(needs).toEqual([{ founder: true, business_id: null }]);
});

test('a mistake that only the server can see sends back to its step with everything kept', async ({ page, portal }) => {
  const form = needForm(page, 'fi');
  const who = newTeller();
  await openForm(page, 'fi', { service: 'hitsauskoulutus' });
  await form.tellNeed(who);
  await form.tellCompany(who);
  await form.tellContact(who);
  // As if the service had left the catalogue while the form was being filled.
  await page.locator('input[name=services]').evaluate((input: HTMLInputElement) => {
    input.value = 'poistunut-palvelu';
  });
  await form.send.click();
  await form.at('need');
  await expect(page.getByRole('alert')).toContainText(createT('fi')('send-need.error.services.unknown_service'));
  await expect(form.description).toHaveValue(who.description);
  await page.getByLabel('poistunut-palvelu').uncheck();
  await form.next.click();
  await form.next.click();
  await form.next.click();
  await form.at('check');
  await form.send.click();
  await expect(page).toHaveURL(/\/r\//);
  expect(await portal.rows('select from app.needs where contact_email = $1', [who.email])).toHaveLength(1);
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });
  test('the honeypot is out of sight, out of reach and out of the way', async ({ page }) => {
    await openForm(page, 'fi', { js: false });
    const trap = page.locator('input[name=website]');
    await expect(trap).toHaveAttribute('tabindex', '-1');
    await expect(trap).toHaveAttribute('autocomplete', 'off');
    await expect(page.getByRole('textbox')).toHaveCount(1);
    expect((await trap.locator('..').boundingBox())?.width).toBeLessThan(2);
  });
});
