// The need form and the receipt, each step with and without errors, looked at by axe.
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes } from '#domain/routes.ts';
import { inspector } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { heading, needForm, newTeller, openForm, press, withoutItsScript } from '../support/tell-need.ts';
import { SCRIPT_BY_LANGUAGE } from '../support/ways.ts';

for (const { lang, js } of SCRIPT_BY_LANGUAGE)
  test.describe(() => {
    test.use({ locale: lang });
    test(`no step of the need form has anything that axe finds wrong, in ${lang}, ${js ? 'with' : 'without'} its script`, async ({
      page,
    }) => {
      if (!js) await withoutItsScript(page);
      const t = createT(lang);
      const { look, faults } = inspector(page, lang);
      const form = needForm(page, lang);
      const who = newTeller();
      const lookAtErrors = async (step: string) => {
        await form.next.click();
        await expect(page.getByRole('alert')).toBeVisible();
        await look(`${step} with errors`);
      };
      await openForm(page, lang, { service: 'hitsauskoulutus', js });
      await look('need');
      await lookAtErrors('need');
      await form.tellNeed(who);
      await look('company');
      await lookAtErrors('company');
      await form.tellCompany(who);
      await look('contact');
      await lookAtErrors('contact');
      await form.tellContact(who);
      await look('check');
      await form.send.click();
      await expect(heading(page)).toHaveText(t('receipt.title'));
      await look('receipt');
      expect(faults).toEqual([]);
    });
  });

for (const lang of LANGUAGES)
  test.describe(() => {
    test.use({ locale: lang });
    test(`no page of lost links has anything that axe finds wrong, in ${lang}`, async ({ page }) => {
      const t = createT(lang);
      const { look, faults } = inspector(page, lang);
      await page.goto(`/l/${'x'.repeat(43)}`);
      await look('a dead link');
      await page.goto('/r/x.x');
      await look('a receipt that is none');
      await page.goto('/api/needs');
      await look('an address used the wrong way');
      await page.goto(routes.path('requestLink', lang));
      await press(page, t('request-link.button'));
      await look('asking for a link, with an error');
      await page.getByLabel(t('request-link.email'), { exact: true }).fill('nobody@paja.example');
      await press(page, t('request-link.button'));
      await expect(heading(page)).toHaveText(t('request-link.done.title'));
      await look('a link was asked for');
      expect(faults).toEqual([]);
    });
  });
