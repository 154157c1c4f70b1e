// What people see when the portal cannot take their need just now: too many tries, and the database down. A portal of its own.
import type { Page } from '@playwright/test';
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { axeFaults } from '../support/axe-page.ts';
import { expect, test } from '../support/browser-test.ts';
import { servePortal } from '../support/served-portal.ts';
import { button, heading, needForm, newTeller, type Teller, withoutItsScript } from '../support/tell-need.ts';
import { visitPortal } from '../support/visited-portal.ts';

const t = createT('fi');

async function expectKept(page: Page, who: Teller): Promise<void> {
  for (const text of [who.description, who.companyName, who.businessId, who.name, who.email, who.phone])
    await expect(page.getByRole('main')).toContainText(text);
  await expect(page.getByRole('alert').getByRole('link', { name: /\+358/ })).toHaveAttribute('href', /^tel:\+358/);
  await expect(page).toHaveTitle(new RegExp(`^${t('form.error')}: `));
}

/** Sends the form, and expects an answer that may be tried again later and has the reason in its summary. */
async function refused(page: Page, who: Teller, status: number, reason: string): Promise<void> {
  const [answer] = await Promise.all([page.waitForResponse('**/api/needs'), button(page, t('send-need.send')).click()]);
  expect([answer.status(), Number(answer.headers()['retry-after']) > 0]).toEqual([status, true]);
  await expect(page.getByRole('alert')).toContainText(reason);
  await expectKept(page, who);
  expect(await axeFaults(page, String(status), 'fi')).toEqual([]);
}

test('the form comes back with everything kept, a reason and a phone number, with and without its script', async ({
  context,
}) => {
  test.setTimeout(90_000); // a portal starts three times
  const served = await servePortal({ IP_LIMIT_PER_MINUTE: '5' });
  try {
    const [scripted, plain] = [await context.newPage(), await context.newPage()];
    await withoutItsScript(plain);
    const people = [scripted, plain].map((page) => ({ page, who: newTeller() }));
    for (const { page, who } of people) {
      const form = needForm(page, 'fi');
      await page.goto(served.url + routes.needForm('fi'));
      await form.tellNeed(who);
      await form.tellCompany(who);
      await form.tellContact(who);
    }

    await test.step('too many posts from one address in a minute', async () => {
      for (let post = 0; post < 5; post += 1)
        await fetch(`${served.url}/api/needs`, { method: 'POST', body: new URLSearchParams({ step: 'need' }) });
      for (const { page, who } of people) await refused(page, who, 429, t('problem.too_many_requests.title'));
    });

    await test.step('the database is down', async () => {
      await served.restart(); // which forgets the posts of the minute
      served.killPostgres('SIGINT');
      await expect.poll(async () => (await fetch(`${served.url}/api/health`)).status, { timeout: 10_000 }).toBe(503);
      const health = await (await fetch(`${served.url}/api/health`)).json();
      expect(health).toMatchObject({ status: 'down', database: 'down' });
      for (const { page, who } of people) await refused(page, who, 503, t('problem.unavailable.title'));
      const other = await context.newPage();
      await other.goto(`${served.url}/l/${'x'.repeat(43)}`);
      await expect(heading(other)).toHaveText(createT('en')('problem.unavailable.title'));
    });

    await test.step('and up again: the same page sends the need', async () => {
      await served.restart();
      const portal = visitPortal({ url: served.url, databaseUrl: served.databaseUrl(), dataDir: served.dataDir });
      for (const { page, who } of people) {
        await expectKept(page, who);
        await button(page, t('send-need.send')).click();
        await expect(page).toHaveURL(/\/r\//);
        expect(await portal.rows('select from app.needs where contact_email = $1', [who.email])).toHaveLength(1);
      }
      await portal.close();
    });
  } finally {
    await served.close();
  }
});
