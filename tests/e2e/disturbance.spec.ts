// What people see when the portal cannot take their need just now: too many tries, and the database down. A portal of its own.
import { createT } from '#domain/i18n/t.ts';
import { axeFaults } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { servePortal } from '../support/served-portal.ts';
import { button, needForm, newTeller, withoutItsScript } from '../support/tell-need.ts';
import { visitPortal } from '../support/visited-portal.ts';

for (const js of [true, false])
  test(`the form comes back with everything kept, a reason and a phone number, ${js ? 'with' : 'without'} its script`, async ({
    page,
  }) => {
    const served = await servePortal({ IP_LIMIT_PER_MINUTE: '5' });
    const databaseUrl = served.databaseUrl();
    const portal = visitPortal({ url: served.url, databaseUrl, dataDir: served.dataDir });
    try {
      if (!js) await withoutItsScript(page);
      const t = createT('en');
      const form = needForm(page, 'en');
      const who = newTeller();
      await page.goto(`${served.url}/en/need`);
      await form.tellNeed(who);
      await form.tellCompany(who);
      await form.tellContact(who);
      const expectKept = async () => {
        for (const text of [who.description, who.companyName, who.businessId, who.name, who.email, who.phone])
          await expect(page.getByRole('main')).toContainText(text);
        await expect(page.getByRole('alert').getByRole('link', { name: /\+358/ })).toHaveAttribute(
          'href',
          /^tel:\+358/,
        );
        await expect(page).toHaveTitle(new RegExp(`^${t('form.error')}: `));
      };

      await test.step('too many posts from one address in a minute', async () => {
        for (let post = 0; post < 5; post += 1)
          await fetch(`${served.url}/api/needs`, { method: 'POST', body: new URLSearchParams({ step: 'need' }) });
        const [answer] = await Promise.all([page.waitForResponse('**/api/needs'), form.send.click()]);
        expect([answer.status(), Number(answer.headers()['retry-after']) > 0]).toEqual([429, true]);
        await expect(page.getByRole('alert')).toContainText(t('problem.too_many_requests.title'));
        await expectKept();
        expect(await axeFaults(page, '429')).toEqual([]);
      });

      await test.step('the database is down', async () => {
        await served.restart(); // which forgets the posts of the minute
        served.killPostgres('SIGINT');
        await expect.poll(async () => (await fetch(`${served.url}/api/health`)).status, { timeout: 10_000 }).toBe(503);
        const health = await (await fetch(`${served.url}/api/health`)).json();
        expect(health).toMatchObject({ status: 'down', database: 'down' });
        const [answer] = await Promise.all([page.waitForResponse('**/api/needs'), form.send.click()]);
        expect([answer.status(), Number(answer.headers()['retry-after']) > 0]).toEqual([503, true]);
        await expect(page.getByRole('alert')).toContainText(t('problem.unavailable.title'));
        await expectKept();
        expect(await axeFaults(page, '503')).toEqual([]);
        await page.goto(`${served.url}/l/${'x'.repeat(43)}`);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('problem.unavailable.title'));
        await page.goBack();
      });

      await test.step('and up again: the same page sends the need', async () => {
        await served.restart();
        await expectKept();
        await button(page, t('send-need.send')).click();
        await expect(page).toHaveURL(/\/r\//);
        const pool = visitPortal({ url: served.url, databaseUrl: served.databaseUrl(), dataDir: served.dataDir });
        expect(await pool.rows('select from app.needs where contact_email = $1', [who.email])).toHaveLength(1);
        await pool.close();
      });
    } finally {
      await portal.close();
      await served.close();
    }
  });
