// What JavaScript adds to the need form, and takes nothing away: checks on leaving, a draft in this browser, one need for two clicks.
import { createT } from '#domain/i18n/t.ts';
import { routes } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';
import { DESCRIPTION, heading, needForm, newTeller, openForm, takenOver } from '../support/tell-need.ts';

const fi = createT('fi');
const DRAFT = 'tarjotin:need-draft';

test('a field is checked as it is left, and nothing is said of one left empty', async ({ page }) => {
  const form = needForm(page, 'fi');
  await openForm(page, 'fi');
  await form.description.fill('Lyhyt');
  await form.description.blur();
  await expect(page.getByText(fi('send-need.error.description.too_short')).first()).toBeVisible();
  await form.description.fill(DESCRIPTION);
  await form.description.blur();
  await expect(page.getByText(fi('send-need.error.description.too_short'))).toHaveCount(0);
  await form.next.click();
  await form.companyName.focus();
  await form.companyName.blur();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await form.businessId.fill('0201256-7');
  await form.companyName.focus();
  await expect(form.businessId).toHaveAttribute('aria-invalid', 'true');
  await expect(form.companyName).toBeFocused();
  await form.founder.check();
  await form.companyName.focus();
  await expect(form.businessId).not.toHaveAttribute('aria-invalid', 'true');
});

test('a draft stays in this browser alone, comes back after a reload, and goes when the need is sent', async ({
  page,
}) => {
  const form = needForm(page, 'fi');
  const who = newTeller();
  await openForm(page, 'fi', { service: 'hitsauskoulutus' });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await form.tellNeed(who);
  await form.tellCompany(who);
  await form.name.fill(who.name);
  await form.email.fill(who.email);
  // Nothing is asked for but the worker that proposes services and its words: what is written goes nowhere.
  const ofProposals = /^GET \S+\/(_astro\/match-worker-[\w-]+\.js|words\/fi\.json) $/;
  expect(requests.filter((request) => !ofProposals.test(request))).toEqual([]);
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), DRAFT)).toContain(who.email);
  expect(await page.context().cookies()).toEqual([]);

  await page.reload();
  await takenOver(page, 'fi');
  await expect(form.description).toHaveValue(who.description);
  await form.next.click();
  await expect(form.businessId).toHaveValue(who.businessId);
  await form.next.click();
  await expect(form.name).toHaveValue(who.name);
  await form.tellContact(who);
  await form.send.click();
  await expect(heading(page)).toHaveText(fi('receipt.title'));
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), DRAFT)).toBeNull();
  await openForm(page, 'fi');
  await expect(form.description).toHaveValue('');
});

test('a draft can be cleared by its writer', async ({ page }) => {
  const form = needForm(page, 'fi');
  await openForm(page, 'fi');
  await form.description.fill(DESCRIPTION);
  await page.getByRole('button', { name: fi('send-need.draft-clear') }).click();
  await expect(form.description).toHaveValue('');
  await page.reload();
  await takenOver(page, 'fi');
  await expect(form.description).toHaveValue('');
});

test('what was written before the script came is kept when it comes', async ({ page }) => {
  const form = needForm(page, 'fi');
  let letGo = () => {};
  const slow = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto(routes.needForm('fi'), { waitUntil: 'commit' });
  await form.description.fill(DESCRIPTION);
  letGo();
  await takenOver(page, 'fi');
  await expect(form.description).toHaveValue(DESCRIPTION);
  await form.next.click();
  await form.at('company');
});

test('two quick clicks send one need', async ({ page, portal }) => {
  const form = needForm(page, 'fi');
  const who = newTeller();
  await openForm(page, 'fi');
  await form.tellNeed(who);
  await form.tellCompany(who);
  await form.tellContact(who);
  await form.send.dblclick();
  await expect(heading(page)).toHaveText(fi('receipt.title'));
  await page.reload();
  await expect(heading(page)).toHaveText(fi('receipt.title'));
  expect(await portal.rows('select from app.needs where contact_email = $1', [who.email])).toHaveLength(1);
});

test('a browser whose storage is forbidden fills the form all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  const form = needForm(page, 'fi');
  await openForm(page, 'fi');
  await form.tellAll(newTeller());
});

test('a draft begun after sending stays when the receipt is looked at again', async ({ page }) => {
  const form = needForm(page, 'fi');
  await openForm(page, 'fi');
  await form.tellAll(newTeller());
  const receipt = page.url();
  await openForm(page, 'fi');
  await form.description.fill(DESCRIPTION);
  await form.description.blur();
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), DRAFT)).toContain(DESCRIPTION);
  await page.goto(receipt);
  await openForm(page, 'fi');
  await expect(form.description).toHaveValue(DESCRIPTION);
});
