// The search field: own words find the service in the browser, with the reason, and the text goes nowhere.
import { createT } from '#domain/i18n/t.ts';
import { LANGUAGES, routes } from '#domain/routes.ts';
import { expect, PHONE, test } from '../support/browser-test.ts';
import { SAYINGS, searchField, service, watchRequests } from '../support/own-words.ts';

/** One field on both pages. */
for (const [path, lang] of [
  ['home', 'fi'],
  ['services', 'sv'],
  ['home', 'en'],
] as const)
  test(`own words find a service with the reason, by the keyboard alone, on the page ${path} in ${lang}`, async ({
    page,
  }) => {
    const t = createT(lang);
    const { text, word } = SAYINGS[lang];
    const welding = service('hitsauskoulutus', lang);
    const field = searchField(page, lang);
    await page.goto(routes.path(path, lang));
    await field.input.focus();
    await page.keyboard.type(text);
    await expect(field.proposals.first()).toHaveText(welding.name);
    const row = field.box.getByRole('listitem').first();
    await expect(row.locator('.why')).toHaveText(`${t('send-need.proposals.why')} ${word}`);
    await expect(row.locator('q')).toHaveText(word);
    const count = await field.proposals.count();
    expect(count).toBeLessThanOrEqual(5);
    await expect(field.status).toHaveText(
      t(count === 1 ? 'send-need.proposals.toldOne' : 'send-need.proposals.told', { count }),
    );
    await expect(field.unsure).toBeHidden();
    await expect(field.input).toBeFocused();
    await expect(page).toHaveURL(routes.path(path, lang));
    await page.keyboard.press('Tab');
    await expect(field.proposals.first().getByRole('link')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(routes.service(welding.slug, lang));
  });

for (const lang of LANGUAGES)
  test(`who writes what no service answers is told so kindly and offered topics, in ${lang}`, async ({ page }) => {
    const t = createT(lang);
    const field = searchField(page, lang);
    await page.goto(routes.path('home', lang));
    await field.input.fill(SAYINGS[lang].doubt);
    await expect(field.unsure).toBeVisible();
    await expect(field.status).toContainText(t('search.unsure'));
    await expect(field.box.getByRole('link', { name: t('nav.tell') })).toHaveAttribute('href', routes.needForm(lang));
    await expect(field.topics.getByRole('link')).toHaveCount(10);
    await field.topics.getByRole('link', { name: t('theme.rahoitus.name') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('theme.rahoitus.question'));
  });

test('no request carries the text, and the search works on without a network', async ({ page, context }) => {
  const field = searchField(page, 'fi');
  const sent = watchRequests(page);
  await page.goto(routes.path('home', 'fi'));
  expect(sent.join()).not.toMatch(/match-worker|words/);
  await field.input.pressSequentially('hitsaajia', { delay: 20 });
  await expect(field.proposals.first()).toHaveText(service('hitsauskoulutus', 'fi').name);
  // What a worker asks for is seen too: without its words in the list this test would show nothing.
  expect(sent.filter((request) => request.includes('/words/fi.json'))).toHaveLength(1);
  const before = sent.length;
  await context.setOffline(true);
  await field.input.fill('trukkikortit vanhenevat');
  await expect(field.proposals.first()).toHaveText(service('trukki', 'fi').name);
  expect(sent).toHaveLength(before);
  for (const word of ['hitsaaj', 'trukki', 'vanhenevat']) expect(sent.join('\n')).not.toContain(word);
  expect(page.url()).not.toContain('?');
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('an emptied field shows and says nothing', async ({ page }) => {
  const field = searchField(page, 'fi');
  await page.goto(routes.path('services', 'fi'));
  await field.input.fill('hitsaajia');
  await expect(field.status).not.toBeEmpty();
  await field.input.fill('   ');
  await expect(field.proposals).toHaveCount(0);
  await expect(field.status).toBeEmpty();
  await expect(field.unsure).toBeHidden();
});

test('markup in the text is text', async ({ page }) => {
  const field = searchField(page, 'fi');
  await page.goto(routes.path('home', 'fi'));
  await field.input.fill('<img src=x onerror=alert(1)> <b>trukkikortti</b> "><script>alert(2)</script>');
  await expect(field.proposals.first()).toHaveText(service('trukki', 'fi').name);
  await expect(field.box.locator('img, b, script')).toHaveCount(0);
  await expect(field.box.locator('q').first()).toHaveText('trukkikortti');
});

test('a search that cannot be fetched says so, leads to the list of all services, and is tried again', async ({
  page,
}) => {
  const field = searchField(page, 'fi');
  await page.route('**/words/fi.json', (route) => route.fulfill({ body: 'what a sleepy proxy says' }));
  await page.goto(routes.path('home', 'fi'));
  await field.input.fill('hitsaajia');
  await expect(field.failed).toBeVisible();
  await expect(field.status).toHaveText(createT('fi')('search.failed'));
  await expect(field.failed.getByRole('link')).toHaveAttribute('href', routes.path('compare', 'fi'));
  await page.unroute('**/words/fi.json');
  await field.input.fill('hitsaajia puuttuu');
  await expect(field.proposals.first()).toHaveText(service('hitsauskoulutus', 'fi').name);
  await expect(field.failed).toBeHidden();
});

test('what was typed before the script came is answered when it comes', async ({ page }) => {
  const field = searchField(page, 'fi');
  let letGo = () => {};
  const slow = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route('**/_astro/match-worker-*.js', async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto(routes.path('home', 'fi'));
  await field.input.fill('hitsaajia');
  await expect(field.box.getByText(createT('fi')('search.loading'))).toBeVisible();
  letGo();
  await expect(field.proposals.first()).toHaveText(service('hitsauskoulutus', 'fi').name);
  await expect(field.box.getByText(createT('fi')('search.loading'))).toBeHidden();
});

test('the field has its place before its script comes, so that the page does not jump', async ({ page }) => {
  for (const path of ['home', 'services'] as const) {
    await page.goto(routes.path(path, 'fi'));
    const { box, input } = searchField(page, 'fi');
    const below = page.locator('search + *');
    const place = await below.boundingBox();
    // As the page was before the script.
    await box.evaluate((element) => element.classList.remove('own-words--ready'));
    await expect(input).toBeVisible();
    expect(await below.boundingBox(), path).toEqual(place);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, isMobile: true, hasTouch: true });
  test("the keyboard's search key puts the keyboard away, and what was found stays", async ({ page }) => {
    const field = searchField(page, 'fi');
    await page.goto(routes.path('home', 'fi'));
    await field.input.tap();
    await page.keyboard.type('hitsaajia');
    await expect(field.proposals.first()).toBeVisible();
    await expect(field.input).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field.input).not.toBeFocused();
    await expect(field.proposals.first()).toHaveText(service('hitsauskoulutus', 'fi').name);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('there is no dead field, and the other ways in are there', async ({ page }) => {
    for (const path of ['home', 'services'] as const) {
      await page.goto(routes.path(path, 'fi'));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('search')).toBeHidden();
      await expect(page.locator('main .rows > li').first()).toBeVisible();
    }
  });
});
