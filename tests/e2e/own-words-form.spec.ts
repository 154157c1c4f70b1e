// The need form proposes services as the company writes: what it picks is asked about, what it leaves is not.
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes, SERVICE_QUERY } from '#domain/routes.ts';
import { expect, test } from '../support/browser-test.ts';
import { builtCatalogue } from '../support/built-catalogue.ts';
import { SAYINGS, service, watchRequests } from '../support/own-words.ts';
import { MAIJA } from '../support/served-portal.ts';
import { button, heading, needForm, newTeller, openForm, shownReference, takenOver } from '../support/tell-need.ts';

const fi = createT('fi');

for (const lang of LANGUAGES)
  test(`a picked proposal is checked, stored and told to the coordinator, an ignored one is not, in ${lang}`, async ({
    page,
    portal,
  }) => {
    const t = createT(lang);
    const { text, word } = SAYINGS[lang];
    const welding = service('hitsauskoulutus', lang);
    const form = needForm(page, lang);
    const who = newTeller({ description: `${text}. ${text}!` });
    await openForm(page, lang);
    await form.description.fill(who.description);
    const proposals = page.getByRole('group', { name: t('send-need.proposals.label') });
    await expect(proposals).toBeVisible();
    const count = await proposals.getByRole('checkbox').count();
    await expect(page.getByRole('status')).toHaveText(t('send-need.proposals.told', { count }));
    await expect(form.description).toBeFocused();
    const pick = proposals.getByRole('checkbox', { name: welding.name, exact: true });
    await expect(pick).not.toBeChecked();
    await expect(pick).toHaveAccessibleDescription(new RegExp(`${t('send-need.proposals.why')} ?${word}`));
    const ignored = await proposals.locator('label').evaluateAll((labels) => labels.map((label) => label.textContent));
    await pick.check();
    await form.next.click();
    await form.tellCompany(who);
    await form.tellContact(who);
    const summary = page.locator('.summary-list');
    await expect(summary).toContainText(welding.name);
    await form.send.click();
    await expect(heading(page)).toHaveText(t('receipt.title'));
    const reference = await shownReference(page);
    const [need] = await portal.rows('select services from app.needs where reference = $1', [reference]);
    expect(need).toEqual({ services: [welding.id] });
    const letter = await portal.letter('new_need', MAIJA, 'fi', reference);
    expect(letter.text).toContain(service(welding.id, 'fi').name);
    expect(ignored.length).toBeGreaterThan(1);
    for (const { id, name } of builtCatalogue().services)
      if (id !== welding.id && ignored.includes(name[lang])) expect(letter.text).not.toContain(name.fi);
  });

test('a picked proposal stays through other texts, other steps and a reload', async ({ page }) => {
  const form = needForm(page, 'fi');
  const pick = page.getByRole('checkbox', { name: service('hitsauskoulutus', 'fi').name, exact: true });
  const truck = page.getByRole('checkbox', { name: service('trukki', 'fi').name, exact: true });
  await openForm(page, 'fi');
  await form.description.fill(SAYINGS.fi.text);
  await pick.check();
  await form.description.fill(SAYINGS.fi.other);
  await expect(truck).toBeVisible();
  await expect(pick).toBeChecked();
  await expect(page.locator('.choice').filter({ has: pick })).not.toContainText(fi('send-need.proposals.why'));
  await form.next.click();
  await form.at('company');
  await form.back.click();
  await expect(pick).toBeChecked();
  await expect(truck).not.toBeChecked();
  await page.reload();
  await takenOver(page, 'fi');
  await expect(pick).toBeChecked();
  await expect(page.getByRole('group', { name: fi('send-need.services.label') })).toContainText(
    service('hitsauskoulutus', 'fi').name,
  );
  await expect(truck).not.toBeChecked();
  await expect(pick).toHaveCount(1);
  await button(page, fi('send-need.draft-clear')).click();
  await expect(truck).toHaveCount(0);
});

test('a service chosen on the way in is not proposed a second time', async ({ page }) => {
  const form = needForm(page, 'fi');
  await openForm(page, 'fi', { service: 'hitsauskoulutus' });
  await form.description.fill(SAYINGS.fi.text);
  await expect(page.getByRole('group', { name: fi('send-need.proposals.label') })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: service('hitsauskoulutus', 'fi').name })).toHaveCount(1);
});

test('an eleventh service is one too many, and the form says so', async ({ page }) => {
  const form = needForm(page, 'fi');
  const ten = builtCatalogue()
    .services.filter(({ id }) => id !== 'hitsauskoulutus')
    .slice(0, 10);
  await page.goto(`${routes.path('needForm', 'fi')}?${ten.map(({ id }) => `${SERVICE_QUERY.fi}=${id}`).join('&')}`);
  await takenOver(page, 'fi');
  await form.description.fill('Hitsaajien pätevyyskokeet vanhenevat keväällä.');
  await page.getByRole('checkbox', { name: service('hitsauskoulutus', 'fi').name, exact: true }).check();
  await form.next.click();
  const fault = page.getByRole('alert').getByRole('link', { name: fi('send-need.error.services.too_many') });
  await fault.click();
  await expect(page.locator('#field-services')).toBeFocused();
  await page.locator('#field-services').uncheck();
  await form.next.click();
  await form.at('company');
});

for (const lang of LANGUAGES)
  test(`a text that tells too little opens the services by topic, to pick from by the keyboard, in ${lang}`, async ({
    page,
  }) => {
    const t = createT(lang);
    const form = needForm(page, lang);
    await openForm(page, lang);
    await form.description.fill(SAYINGS[lang].doubt);
    await expect(page.locator('.notice').getByText(t('send-need.proposals.unsure'))).toBeVisible();
    await expect(page.getByRole('status')).toContainText(t('send-need.proposals.unsure'));
    const topics = page.getByRole('group', { name: t('send-need.proposals.topics') });
    await topics.getByText(t('theme.alku.name'), { exact: true }).focus();
    await page.keyboard.press('Enter');
    const grant = service('starttiraha', lang);
    const pick = topics.getByRole('checkbox', { name: grant.name, exact: true });
    await pick.focus();
    await page.keyboard.press('Space');
    await expect(pick).toBeChecked();
    await form.description.fill(SAYINGS[lang].other);
    await expect(topics).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: grant.name, exact: true })).toBeChecked();
    await form.next.click();
    await expect(page.locator('input[name=services]')).toHaveValue(grant.id);
  });

test('no request carries what is written until the need is sent, and proposals come without a network', async ({
  page,
  context,
}) => {
  const form = needForm(page, 'fi');
  const sent = watchRequests(page);
  await openForm(page, 'fi');
  await form.description.fill(SAYINGS.fi.text);
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  expect(sent.filter((request) => request.includes('/words/fi.json'))).toHaveLength(1);
  const before = sent.length;
  await context.setOffline(true);
  await form.description.fill(SAYINGS.fi.other);
  await expect(page.getByRole('checkbox', { name: service('trukki', 'fi').name, exact: true })).toBeVisible();
  expect(sent).toHaveLength(before);
  for (const word of ['hitsaaj', 'trukki']) expect(sent.join('\n')).not.toContain(word);
});

test('a form whose proposals cannot be fetched says so and goes on', async ({ page }) => {
  const form = needForm(page, 'fi');
  await page.route('**/words/fi.json', (route) => route.fulfill({ body: 'what a sleepy proxy says' }));
  await openForm(page, 'fi');
  await form.description.fill(newTeller().description);
  const note = page.locator('.notice').getByText(fi('send-need.proposals.failed'));
  await expect(note.getByRole('link')).toHaveAttribute('href', routes.path('compare', 'fi'));
  await form.next.click();
  await form.at('company');
});

test('markup in the description is text, in the proposals too', async ({ page }) => {
  const form = needForm(page, 'fi');
  await openForm(page, 'fi');
  await form.description.fill('<img src=x onerror=alert(1)> <b>trukkikortti</b> puuttuu & "vanhenee"');
  await expect(page.getByRole('checkbox', { name: service('trukki', 'fi').name, exact: true })).toBeVisible();
  await expect(page.locator('#need-form :is(img, b)')).toHaveCount(0);
  await expect(page.locator('#need-form q').first()).toHaveText('trukkikortti');
});

test('the button below does not move away from under the pointer that presses it', async ({ page }) => {
  await page.addInitScript(() => {
    const Plain = Worker;
    window.Worker = class extends Plain {
      constructor(...of: ConstructorParameters<typeof Worker>) {
        super(...of);
        this.addEventListener('message', () => document.documentElement.setAttribute('data-replied', ''));
      }
    };
  });
  let letGo = () => {};
  const pressed = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/words/fi.json', async (route) => {
    await pressed;
    await route.continue();
  });
  const form = needForm(page, 'fi');
  await openForm(page, 'fi');
  await form.description.fill(SAYINGS.fi.other);
  await form.next.hover();
  await page.mouse.down();
  const place = await form.next.boundingBox();
  letGo();
  await expect(page.locator('[data-replied]')).toHaveCount(1);
  expect(await form.next.boundingBox()).toEqual(place);
  await page.mouse.up();
  await form.at('company');
});
