// The pages and letters about providers' texts, in every state and language, looked at by axe.
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES } from '#domain/routes.ts';
import { inspector, letterFaults } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { MAIJA } from '../support/served-portal.ts';
import { button, press } from '../support/tell-need.ts';
import { askVisited, sendHandled } from '../support/visited-contact.ts';

test.setTimeout(90_000); // many pages

for (const lang of LANGUAGES) {
  const t = createT(lang);

  test(`no page or letter of a contact or an editor has anything that axe finds wrong, in ${lang}`, async ({
    page,
    portal,
  }) => {
    const { look: lookAt, faults } = inspector(page, lang);
    /** With axe, and whether it fits the smallest phone. */
    const look = async (what: string) => {
      await lookAt(what);
      const size = page.viewportSize();
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBe(320);
      if (size) await page.setViewportSize(size);
    };
    const { letter, email } = await askVisited(portal, 'yrkesinstitutet-vindsund', lang);
    const { confirm_link: confirm = '', report_link: report = '' } = letter.links;
    await page.goto(confirm);
    // The helper asks with other texts than those that are published, as if they had changed since.
    await expect(page.locator('.notice--alert')).toBeVisible();
    await look('confirm, texts changed');
    await page.goto(report);
    await look('report');
    await button(page, t('report-mistake.button')).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look('report, with errors');
    const mistake = `Väärä hinta ${lang}`;
    await portal.act(report, { pages: 'provider', mistake });
    await page.goto(`${report}?did=reported`);
    await look('reported');

    await portal.quiet();
    const toEditor = await portal.letter('mistake_reported', MAIJA, 'fi', '');
    const { close_link: close = '' } = toEditor.links;
    await portal.rows(
      `update app.links set language = $1::api.language where task_id = (select id from app.editor_tasks where mistake = $2)`,
      [lang, mistake],
    );
    await page.goto(close);
    await look('task');
    await page.getByLabel(t('close-task.note'), { exact: true }).fill('x'.repeat(2001));
    await button(page, t('close-task.button')).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look('task, with an error');
    await portal.act(close, { act: 'done', note: 'Korjattu.' });
    await page.goto(`${close}?did=task_done`);
    await look('task done');
    await sendHandled(portal);
    const handled = await portal.letter('mistake_handled', email, lang, '');
    await page.goto(confirm);
    await look('confirm, with a report that was dealt with');
    await press(page, t('confirm-services.button'));
    await look('confirmed');

    await page.goto('about:blank'); // the portal's policy is not the mail app's
    for (const one of [letter, toEditor, handled]) {
      faults.push(...(await letterFaults(page, one, lang)));
      for (const width of [320, 700]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), one.subject).toBe(width);
      }
    }
    expect(faults).toEqual([]);
  });
}
